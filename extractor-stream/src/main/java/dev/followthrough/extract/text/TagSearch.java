package dev.followthrough.extract.text;

import dev.followthrough.extract.text.TagWeights.Beside;

/**
 * The tags that OpenNLP's tagger gives, from the same weights at a fraction of the cost. The
 * library looks the tags before a word up for the likeliest reading alone, so however wide its beam
 * is, the likeliest tag from left to right is what it finds. Not thread-safe.
 */
final class TagSearch {
    private final TagWeights weights;
    private final float[] sums;

    TagSearch(TagWeights weights) {
        this.weights = weights;
        this.sums = new float[weights.size()];
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

    private int likeliest(TagWeights.Word[] words, int i, float[] transition) {
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
        words[i].begin(sums);
        if (i > 0) {
            words[i - 1].add(Beside.NEXT, sums);
        }
        if (i > 1) {
            words[i - 2].add(Beside.NEXT_BUT_ONE, sums);
        }
        if (i + 1 < words.length) {
            words[i + 1].add(Beside.BEFORE, sums);
        }
        if (i + 2 < words.length) {
            words[i + 2].add(Beside.BEFORE_BUT_ONE, sums);
        }
        if (i <= 2) {
            TagWeights.add(weights.beginning(i), sums);
        }
    }
}
