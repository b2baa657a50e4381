package dev.followthrough.extract.text;

/**
 * The tags that OpenNLP's tagger gives, from the same weights at a fraction of the cost. The
 * library looks the tags before a word up for the likeliest reading alone, so however wide its beam
 * is, the likeliest tag from left to right is what it finds. Not thread-safe.
 */
final class TagSearch {
    private final TagWeights weights;
    private final double[] sums;

    TagSearch(TagWeights weights) {
        this.weights = weights;
        this.sums = new double[weights.size()];
    }

    String[] tag(String[] sentence) {
        TagWeights.Word[] words = new TagWeights.Word[sentence.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = weights.word(sentence[i]);
        }
        String[] tags = new String[words.length];
        int before = weights.size();
        int last = weights.size();
        for (int i = 0; i < words.length; i++) {
            int tag = likeliest(words, i, weights.after(before, last));
            tags[i] = weights.tag(tag);
            before = last;
            last = tag;
        }
        return tags;
    }

    private int likeliest(TagWeights.Word[] words, int i, double[] transition) {
        sum(words, i);
        int best = 0;
        for (int t = 0; t < sums.length; t++) {
            sums[t] += transition[t];
            best = sums[t] > sums[best] ? t : best;
        }
        return best;
    }

    /** What the words alone say of the one at an index. */
    private void sum(TagWeights.Word[] words, int i) {
        System.arraycopy(words[i].here(), 0, sums, 0, sums.length);
        if (i > 0) {
            TagWeights.add(words[i - 1].next(), sums);
        }
        if (i > 1) {
            TagWeights.add(words[i - 2].next2(), sums);
        }
        if (i + 1 < words.length) {
            TagWeights.add(words[i + 1].before(), sums);
        }
        if (i + 2 < words.length) {
            TagWeights.add(words[i + 2].before2(), sums);
        }
        if (i <= 2) {
            TagWeights.add(weights.beginning(i), sums);
        }
    }
}
