package dev.followthrough.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parts of speech by OpenNLP's English model, universal tags. Weights are shared, the tagger is not
 * thread-safe: one a thread.
 */
final class Tagger {
    private static final Set<String> CLITICS =
            Set.of("'s", "'m", "'re", "'ve", "'ll", "'d", "n't", "not");

    /** Loaded once, on first use. */
    private static final class Shared {
        static final Lemmas LEMMAS = Lemmas.load();
    }

    private final TagSearch search = new TagSearch(TagWeights.english());

    static Lemmas lemmas() {
        return Shared.LEMMAS;
    }

    List<Token> tag(List<Token> tokens) {
        List<String> words = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 0 && isClitic(tokens, i)) {
                words.set(words.size() - 1, fused(tokens.get(i - 1), tokens.get(i)));
            } else {
                words.add(forTagger(tokens.get(i)));
            }
        }
        String[] tags = search.tag(words.toArray(String[]::new));
        List<Token> tagged = new ArrayList<>(tokens.size());
        int word = -1;
        for (int i = 0; i < tokens.size(); i++) {
            boolean clitic = i > 0 && isClitic(tokens, i);
            word += clitic ? 0 : 1;
            Token token = tokens.get(i);
            String tag = clitic ? cliticTag(tags, word, token) : hostTag(tags[word]);
            tagged.add(token.tagged(tag, Shared.LEMMAS.of(token.lower(), tag)));
        }
        return TagRepair.of(tagged);
    }

    /**
     * The model was trained on contractions as one word with a tag for each part ({@code it's} is
     * {@code PRON+AUX}); cut off, an {@code 's} is punctuation to it.
     */
    private static boolean isClitic(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        return token.start() == tokens.get(i - 1).end()
                && CLITICS.contains(token.lower())
                && !CLITICS.contains(tokens.get(i - 1).lower());
    }

    private static String fused(Token host, Token clitic) {
        String word = host.lower().equals("i") ? "I" : host.text();
        return word + clitic.lower();
    }

    private static String hostTag(String tag) {
        int plus = tag.indexOf('+');
        return plus < 0 ? tag : tag.substring(0, plus);
    }

    private static String cliticTag(String[] tags, int word, Token clitic) {
        String tag = tags[word];
        boolean noun = tag.startsWith("NOUN") || tag.startsWith("PROPN");
        if (noun && clitic.lower().equals("'s")) {
            return isVerbAfterNoun(tags, word) ? "AUX" : "PART";
        }
        int plus = tag.indexOf('+');
        if (plus >= 0) {
            return tag.substring(plus + 1);
        }
        return clitic.lower().equals("n't") || clitic.lower().equals("not") ? "PART" : "AUX";
    }

    /** “The deck's ready”, “Priya's on it”, but “Priya's deck”, “Priya's new deck”. */
    private static boolean isVerbAfterNoun(String[] tags, int word) {
        String next = word + 1 < tags.length ? tags[word + 1] : "";
        String afterNext = word + 2 < tags.length ? tags[word + 2] : "";
        return switch (next) {
            case "VERB", "AUX", "ADV", "ADP", "DET", "PRON", "SCONJ", "PART" -> true;
            case "ADJ" -> !afterNext.equals("NOUN") && !afterNext.equals("ADJ");
            default -> false;
        };
    }

    /** The training text has edited English: spell chat as it would. */
    private static String forTagger(Token token) {
        String lower = token.lower();
        if (lower.equals("i")) {
            return "I";
        }
        boolean respelt = !lower.equalsIgnoreCase(token.text());
        return respelt ? lower : token.text();
    }
}
