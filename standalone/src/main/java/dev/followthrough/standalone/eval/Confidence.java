package dev.followthrough.standalone.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What confidence is worth: calibration, and precision and recall from a threshold on; by family of
 * rules, by rule and by channel.
 *
 * @param groups what was asked about, each by itself: a deal or a message
 */
record Confidence(List<Group> groups) {
    /** From which confidence on: the ledger's and the interrupting thresholds are among them. */
    private static final double[] THRESHOLDS = {0.5, 0.55, 0.6, 0.8, 0.9};

    private static final int BINS = 10;

    /**
     * @param name of the deal or message
     * @param channel where it was said; empty where that is no one channel
     */
    record Group(String name, String channel, List<Entry> gold, List<Entry> found) {
        Group {
            gold = List.copyOf(gold);
            found = List.copyOf(found);
        }
    }

    private record Judged(Entry entry, String channel, boolean right) {}

    Confidence {
        groups = List.copyOf(groups);
    }

    /**
     * The mean distance of confidence from the share of right ones, over ten bins, weighed by what
     * is in them; 0 where nothing was found.
     */
    double calibrationError() {
        double[] sum = new double[BINS];
        int total = 0;
        for (Judged judged : judged(0)) {
            int bin = Math.min(BINS - 1, (int) (judged.entry().confidence() * BINS));
            sum[bin] += (judged.right() ? 1 : 0) - judged.entry().confidence();
            total++;
        }
        double error = 0;
        for (double bin : sum) {
            error += Math.abs(bin);
        }
        return total == 0 ? 0 : error / total;
    }

    /** What is found with at least that confidence; the rest counts as not found. */
    Counts from(double threshold) {
        List<Judged> judged = judged(threshold);
        int hit = (int) judged.stream().filter(Judged::right).count();
        int expected = groups.stream().mapToInt(group -> group.gold().size()).sum();
        return new Counts(hit, expected - hit, judged.size() - hit);
    }

    /** Everything expected, and found from the ledger's threshold on. */
    List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Group group : groups) {
            List<Entry> sure =
                    group.found().stream().filter(f -> f.confidence() >= THRESHOLDS[0]).toList();
            items.addAll(Item.of(group.name(), group.gold(), sure));
        }
        return items;
    }

    /** Figures as lines of text. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "calibration error  %.3f%n", calibrationError()));
        for (double threshold : THRESHOLDS) {
            Counts counts = from(threshold);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "confidence ≥ %.2f  precision %s  recall %s%n",
                            threshold,
                            Wilson.of(counts.hit(), counts.found()),
                            Wilson.of(counts.hit(), counts.expected())));
        }
        precision(text, "family", judged -> Families.of(judged.entry().rule()));
        precision(text, "rule", judged -> judged.entry().rule());
        precision(text, "channel", Judged::channel);
        return text.toString();
    }

    private void precision(StringBuilder text, String what, Function<Judged, String> by) {
        TreeMap<String, int[]> shares = new TreeMap<>();
        for (Judged judged : judged(THRESHOLDS[0])) {
            int[] share = shares.computeIfAbsent(by.apply(judged), key -> new int[2]);
            share[0] += judged.right() ? 1 : 0;
            share[1]++;
        }
        shares.remove("");
        shares.forEach(
                (key, share) ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "%s %-32s precision %s%n",
                                        what,
                                        key,
                                        Wilson.of(share[0], share[1]))));
    }

    private List<Judged> judged(double threshold) {
        List<Judged> all = new ArrayList<>();
        for (Group group : groups) {
            List<Entry> found =
                    group.found().stream().filter(e -> e.confidence() >= threshold).toList();
            int[] expected = Matching.maximal(Item.ties(group.gold(), found), found.size());
            for (int f = 0; f < found.size(); f++) {
                all.add(new Judged(found.get(f), group.channel(), expected[f] >= 0));
            }
        }
        return all;
    }
}
