package dev.followthrough.extract.time;

/** The kinds of number that patterns may ask for. Immutable. */
final class NumberLabels {
    private final int n;
    private final int ord;
    private final int dom;
    private final int small;
    private final int hour;
    private final int hourw;
    private final int hour0;
    private final int min2;
    private final int minw;
    private final int hhmm;
    private final int hmm;
    private final int year;
    private final int yy;
    private final int wk;
    private final int q;
    private final int half;
    private final int nth;
    private final int ymd;

    NumberLabels(LabelIds ids) {
        n = ids.of("{n}");
        ord = ids.of("{ord}");
        dom = ids.of("{dom}");
        small = ids.of("{small}");
        hour = ids.of("{hour}");
        hourw = ids.of("{hourw}");
        hour0 = ids.of("{hour0}");
        min2 = ids.of("{min2}");
        minw = ids.of("{minw}");
        hhmm = ids.of("{hhmm}");
        hmm = ids.of("{hmm}");
        year = ids.of("{year}");
        yy = ids.of("{yy}");
        wk = ids.of("{wk}");
        q = ids.of("{q}");
        half = ids.of("{half}");
        nth = ids.of("{nth}");
        ymd = ids.of("{ymd}");
    }

    Labels of(NumberWords.Number number) {
        int v = number.value();
        Builder out = new Builder(v);
        boolean words = number.digits() == 0;
        boolean cardinal = !number.ordinal();
        boolean two = number.digits() <= 2;
        out.add(ord, !cardinal && v >= 1 && v <= 31);
        out.add(nth, !cardinal && v >= 1 && v <= 5 && !words);
        out.add(dom, v >= 1 && v <= 31 && two);
        if (cardinal) {
            cardinal(number, out, words, two);
        }
        return out.labels();
    }

    private void cardinal(NumberWords.Number number, Builder out, boolean words, boolean two) {
        int v = number.value();
        int digits = number.digits();
        out.add(n, digits <= 4);
        out.add(small, !words && two && v >= 1 && v <= 31);
        out.add(hour, two && v <= (words ? 12 : 24));
        out.add(hourw, words && v >= 1 && v <= 12);
        out.add(hour0, digits == 2 && v < 10);
        out.add(min2, digits == 2 && v < 60);
        out.add(minw, words && v >= 5 && v < 60);
        out.add(year, (digits == 4 || words) && v >= 1900 && v < 2200);
        out.add(yy, digits == 2);
        out.add(wk, v >= 1 && v <= 53 && two);
        out.add(q, v >= 1 && v <= 4 && digits == 1);
        out.add(half, v >= 1 && v <= 2 && digits == 1);
        boolean clock = v / 100 < 24 && v % 100 < 60;
        out.add(hhmm, digits == 4 && clock);
        out.add(hmm, digits == 3 && clock);
        out.add(
                ymd,
                digits == 8
                        && v > 19_000_000
                        && v < 22_000_000
                        && v / 100 % 100 <= 12
                        && v % 100 <= 31);
    }

    private static final class Builder {
        private final int value;
        private int[] ids = new int[16];
        private int size;

        Builder(int value) {
            this.value = value;
        }

        void add(int id, boolean holds) {
            if (holds) {
                ids[size++] = id;
            }
        }

        Labels labels() {
            int[] values = new int[size];
            java.util.Arrays.fill(values, value);
            return new Labels(java.util.Arrays.copyOf(ids, size), values);
        }
    }
}
