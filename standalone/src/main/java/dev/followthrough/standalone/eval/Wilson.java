package dev.followthrough.standalone.eval;

import java.util.Locale;

/**
 * A share with its 95 % interval after Wilson.
 *
 * @param low 0 where there is nothing to have a share of
 * @param high 1 where there is nothing to have a share of
 */
record Wilson(int hits, int of, double low, double high) {
    private static final double Z = 1.959964;

    static Wilson of(int hits, int of) {
        if (of == 0) {
            return new Wilson(hits, of, 0, 1);
        }
        double share = (double) hits / of;
        double scale = 1 + Z * Z / of;
        double middle = share + Z * Z / (2 * of);
        double half = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        return new Wilson(hits, of, (middle - half) / scale, (middle + half) / scale);
    }

    @Override
    public String toString() {
        String share = of == 0 ? "–" : String.format(Locale.ROOT, "%.3f", (double) hits / of);
        return String.format(Locale.ROOT, "%s [%.3f, %.3f] (%d/%d)", share, low, high, hits, of);
    }
}
