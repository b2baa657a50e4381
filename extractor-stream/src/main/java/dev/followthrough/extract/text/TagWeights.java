package dev.followthrough.extract.text;

import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.StringUtil;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * The weights of OpenNLP's English tagger, laid out for a search: what a word says is added up once
 * and remembered, where the library builds and looks up the same names for every reading of every
 * word. Thread-safe: what is remembered is immutable, and losing some of it costs time only.
 */
final class TagWeights {
    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
    private static final String WEIGHTS = "pos.model";
    private static final int LONGEST_AFFIX = 4;
    private static final int REMEMBERED = 1 << 15;

    private static final class Shared {
        static final TagWeights ENGLISH = read();

        private static TagWeights read() {
            try (InputStream in =
                    Objects.requireNonNull(
                            TagWeights.class.getResourceAsStream(MODEL),
                            MODEL + " is not on the class path")) {
                return new TagWeights(new POSModel(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Which words beside it a word says something of. */
    enum Beside {
        NEXT,
        NEXT_BUT_ONE,
        BEFORE,
        BEFORE_BUT_ONE
    }

    /**
     * What a word adds to the sums of tags, in one stretch of memory: what it weighs for each tag
     * of its own, then for some tags of the words beside it.
     *
     * @param tags of the weights that follow those of its own
     * @param ends where the weights of each kind of neighbour end, counted in {@code tags}
     */
    record Word(String text, float[] weights, byte[] tags, int[] ends) {
        /** Adds what it says of its own tag to sums that are nothing yet. */
        void begin(float[] sums) {
            System.arraycopy(weights, 0, sums, 0, sums.length);
        }

        /** Adds what it says of the tag of a word beside it. */
        void add(Beside beside, float[] sums) {
            int kind = beside.ordinal();
            for (int i = kind == 0 ? 0 : ends[kind - 1]; i < ends[kind]; i++) {
                sums[tags[i]] += weights[sums.length + i];
            }
        }
    }

    private final String[] tags;
    private final Map<String, Context> rows;
    private final float[][] transitions;
    private final @Nullable Context[] beginnings;

    /**
     * Two places for each hash, the newer word first: frequent ones do not drive each other out.
     */
    private final @Nullable Word[] words = new Word[REMEMBERED];

    TagWeights(POSModel model) {
        AbstractModel weights = model.getArtifact(WEIGHTS);
        tags = new String[weights.getNumOutcomes()];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = weights.getOutcome(i);
        }
        @SuppressWarnings("unchecked")
        Map<String, Context> byName = (Map<String, Context>) weights.getDataStructures()[1];
        rows = byName;
        beginnings = new @Nullable Context[] {row("S=begin"), row("p1S=begin"), row("p2S=begin")};
        transitions = new float[(tags.length + 1) * (tags.length + 1)][];
        for (int before = 0; before <= tags.length; before++) {
            for (int tag = 0; tag <= tags.length; tag++) {
                transitions[before * (tags.length + 1) + tag] = transition(before, tag);
            }
        }
    }

    /** Loaded once, on first use. */
    static TagWeights english() {
        return Shared.ENGLISH;
    }

    int size() {
        return tags.length;
    }

    String tag(int index) {
        return tags[index];
    }

    /** What two tags in a row say of the next; {@link #size()} stands for no tag. */
    float[] after(int before, int tag) {
        return transitions[before * (tags.length + 1) + tag];
    }

    private float[] transition(int before, int tag) {
        float[] sums = new float[tags.length];
        if (tag < tags.length) {
            add(row("t=" + tags[tag]), sums);
            if (before < tags.length) {
                add(row("t2=" + tags[before] + "," + tags[tag]), sums);
            }
        }
        return sums;
    }

    /** What the sentence's beginning says, at its first word or one or two words later. */
    @Nullable Context beginning(int distance) {
        return beginnings[distance];
    }

    Word word(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 13) & REMEMBERED - 2;
        Word newer = words[slot];
        if (newer != null && newer.text().equals(text)) {
            return newer;
        }
        Word older = words[slot + 1];
        Word found = older != null && older.text().equals(text) ? older : read(text);
        words[slot + 1] = newer;
        words[slot] = found;
        return found;
    }

    private Word read(String text) {
        String lower = StringUtil.toLowerCase(text);
        String shape = FeatureGeneratorUtil.tokenFeature(text);
        float[] here = new float[tags.length];
        add(row("def"), here);
        for (int n = 1; n <= Math.min(LONGEST_AFFIX, text.length()); n++) {
            add(row("suf=" + text.substring(text.length() - n)), here);
            add(row("pre=" + text.substring(0, n)), here);
        }
        add(row("w=" + lower), here);
        add(row("wc=" + shape), here);
        add(row("w&c=" + lower + "," + shape), here);
        return flat(text, here, beside(lower));
    }

    /** Rows of the model written out one behind the other. */
    private static Word flat(String text, float[] here, @Nullable Context[] beside) {
        int size = 0;
        int[] ends = new int[beside.length];
        for (int kind = 0; kind < beside.length; kind++) {
            size += beside[kind] == null ? 0 : beside[kind].getOutcomes().length;
            ends[kind] = size;
        }
        float[] weights = Arrays.copyOf(here, here.length + size);
        byte[] tags = new byte[size];
        int at = 0;
        for (Context row : beside) {
            for (int i = 0; row != null && i < row.getOutcomes().length; i++) {
                tags[at] = (byte) row.getOutcomes()[i];
                weights[here.length + at++] = (float) row.getParameters()[i];
            }
        }
        return new Word(text, weights, tags, ends);
    }

    /** The rows of what a word says of those beside it, in the order of {@link Beside}. */
    private @Nullable Context[] beside(String lower) {
        return new @Nullable Context[] {
            row("p1w=" + lower), row("p2w=" + lower), row("n1w=" + lower), row("n2w=" + lower)
        };
    }

    private @Nullable Context row(String name) {
        return rows.get(name);
    }

    static void add(@Nullable Context row, float[] sums) {
        if (row != null) {
            int[] outcomes = row.getOutcomes();
            double[] weights = row.getParameters();
            for (int i = 0; i < outcomes.length; i++) {
                sums[outcomes[i]] += (float) weights[i];
            }
        }
    }
}
