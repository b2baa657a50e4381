package dev.followthrough.extract.refine;

import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A question that no rule took for a request, as the short infinitive of what it asks. */
final class AskedWords {
    private static final Set<String> POLITE =
            Set.of(
                    "please",
                    "also",
                    "just",
                    "be",
                    "able",
                    "to",
                    "mind",
                    "maybe",
                    "pls",
                    "possibly");
    private static final int NEAR = 8;

    private AskedWords() {}

    static String title(String question) {
        List<String> words = new ArrayList<>(List.of(question.strip().split("\\s+")));
        int from = 0;
        for (int i = 0; i < Math.min(NEAR, words.size() - 1); i++) {
            if (Words.in(plain(words.get(i)), "you|u|ya|someone|somebody")) {
                from = i + 1;
                break;
            }
        }
        while (from > 0 && from < words.size() - 1 && POLITE.contains(plain(words.get(from)))) {
            from++;
        }
        String verb = TextReader.verb(plain(words.get(from)));
        boolean asks = from > 0 && TextReader.isVerbBase(verb);
        if (!asks) {
            return Wording.ended(thing(words));
        }
        words.set(from, verb);
        if (from + 2 < words.size() && Words.in(words.get(from + 1), "me|us")) {
            words.remove(from + 1);
        }
        return Wording.ended(String.join(" ", words.subList(from, words.size())));
    }

    /** “Any chance of a look at the draft?” asks to do that. */
    private static String thing(List<String> words) {
        for (int i = 0; i + 2 < Math.min(NEAR, words.size()); i++) {
            if (plain(words.get(i)).equals("chance")
                    && Words.in(plain(words.get(i + 1)), "of|for")) {
                return "do " + String.join(" ", words.subList(i + 2, words.size()));
            }
        }
        return String.join(" ", words);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}'’]", "");
    }
}
