package dev.followthrough.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a text into tagged clauses. What no cue lets through is not tagged and not returned; at
 * most {@value #MAX_TAGGED} tokens of a text are tagged, so a hostile message costs linear time.
 * Not thread-safe.
 */
public final class TextReader {
    /** Tokens tagged in one text; a mail of ten pages has half of it. */
    private static final int MAX_TAGGED = 8_000;

    /** Longest stretch tagged as one sentence; speech without punctuation is cut here. */
    private static final int MAX_SENTENCE = 90;

    private final Tagger tagger = new Tagger();
    private final Gate gate;

    public TextReader() {
        this(Set.of());
    }

    /** With words that make a sentence worth reading besides those that always do. */
    public TextReader(Set<String> cues) {
        this.gate = Gate.with(cues);
    }

    /**
     * Clauses in order.
     *
     * @param answering whether somebody else spoke before: then a short sentence without any cue
     *     may be an answer
     */
    public List<Clause> read(String text, boolean answering) {
        List<Clause> clauses = new ArrayList<>();
        int budget = MAX_TAGGED;
        int number = 0;
        for (Span span : Sentences.split(text)) {
            List<Token> tokens = Tokens.of(text, span);
            for (int from = 0; from < tokens.size() && budget > 0; from += MAX_SENTENCE) {
                List<Token> part =
                        tokens.subList(from, Math.min(tokens.size(), from + MAX_SENTENCE));
                if (gate.lets(part, answering && number < 3)) {
                    clauses.addAll(Clauses.split(number, tagger.tag(part), span.bullet()));
                    budget -= part.size();
                }
                number++;
            }
        }
        return clauses;
    }

    /** The sentences of the text, read and unread, as {@link #read} sees them. */
    public List<Sentence> sentences(String text, boolean answering) {
        List<Sentence> sentences = new ArrayList<>();
        int budget = MAX_TAGGED;
        for (Span span : Sentences.split(text)) {
            List<Token> tokens = Tokens.of(text, span);
            for (int from = 0; from < tokens.size(); from += MAX_SENTENCE) {
                List<Token> part =
                        tokens.subList(from, Math.min(tokens.size(), from + MAX_SENTENCE));
                int number = sentences.size();
                boolean let = budget > 0 && gate.lets(part, answering && number < 3);
                budget -= let ? part.size() : 0;
                int end = part.get(part.size() - 1).end();
                String why = budget > 0 || let ? why(part, let) : "too long a text";
                sentences.add(
                        new Sentence(number, part.get(0).start(), end, span.bullet(), let, why));
            }
        }
        return sentences;
    }

    /**
     * Sentences as tokens, untagged, of those that are wanted; a longer one than so many tokens in
     * pieces. Linear.
     */
    public static List<List<Token>> untagged(String text, int longest, Wanted wanted) {
        List<List<Token>> sentences = new ArrayList<>();
        for (Span span : Sentences.split(text)) {
            if (wanted.is(text, span.start(), span.end())) {
                List<Token> tokens = Tokens.of(text, span);
                for (int from = 0; from < tokens.size(); from += longest) {
                    sentences.add(tokens.subList(from, Math.min(tokens.size(), from + longest)));
                }
            }
        }
        return sentences;
    }

    /** Whether a stretch of a text is worth cutting into tokens. */
    @FunctionalInterface
    public interface Wanted {
        boolean is(String text, int from, int to);
    }

    private String why(List<Token> tokens, boolean let) {
        Token cue = gate.cue(tokens);
        return cue != null ? cue.text() : let ? "may be an answer" : "no cue";
    }

    /**
     * The normalised words of a short phrase, cut as texts are cut; a part that begins with an
     * apostrophe stays as it is.
     */
    public static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        for (String part : phrase.split(" +")) {
            if (part.startsWith("'")) {
                words.add(part);
            } else {
                Tokens.of(part, new Span(0, part.length(), false))
                        .forEach(t -> words.add(t.lower()));
            }
        }
        return words;
    }

    /** Base form of a word that is some form of a verb, else the word. */
    public static String verb(String lower) {
        return Tagger.lemmas().verb(lower);
    }

    /** Whether it is the base form of a known verb. */
    public static boolean isVerbBase(String lower) {
        return isVerbForm(lower) && verb(lower).equals(lower);
    }

    /** Whether some form of a known verb is spelt so. */
    public static boolean isVerbForm(String lower) {
        return Tagger.lemmas().isVerbForm(lower);
    }
}
