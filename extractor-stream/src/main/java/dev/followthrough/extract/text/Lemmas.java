package dev.followthrough.extract.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Base forms of the verbs that matter, from a list of a few hundred with their irregular forms, and
 * of plural nouns by ending. A look-up costs nanoseconds where the trained lemmatiser costs
 * milliseconds. Immutable.
 */
final class Lemmas {
    private final Map<String, String> base = new HashMap<>(8192);

    private Lemmas() {}

    /** Reads {@code verbs.txt}: one verb a line, {@code base past participle} where irregular. */
    static Lemmas load() {
        Lemmas lemmas = new Lemmas();
        try (InputStream in =
                        Objects.requireNonNull(
                                Lemmas.class.getResourceAsStream("/text/en/verbs.txt"),
                                "verbs.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                    .forEach(lemmas::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lemmas;
    }

    private void add(String line) {
        String[] forms = line.split(" +");
        String verb = forms[0];
        String stem =
                verb.endsWith("e") && !verb.endsWith("ee")
                        ? verb.substring(0, verb.length() - 1)
                        : verb;
        base.putIfAbsent(verb, verb);
        base.putIfAbsent(third(verb), verb);
        base.putIfAbsent(stem + "ing", verb);
        base.putIfAbsent(verb + verb.charAt(verb.length() - 1) + "ing", verb);
        if (forms.length == 1) {
            base.putIfAbsent(
                    verb.endsWith("y") && !vowelBefore(verb)
                            ? verb.substring(0, verb.length() - 1) + "ied"
                            : stem + "ed",
                    verb);
            base.putIfAbsent(verb + verb.charAt(verb.length() - 1) + "ed", verb);
        }
        for (int i = 1; i < forms.length; i++) {
            base.putIfAbsent(forms[i], verb);
        }
    }

    private static String third(String verb) {
        if (verb.endsWith("y") && !vowelBefore(verb)) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        return verb.endsWith("s")
                        || verb.endsWith("sh")
                        || verb.endsWith("ch")
                        || verb.endsWith("x")
                        || verb.endsWith("o")
                ? verb + "es"
                : verb + "s";
    }

    private static boolean vowelBefore(String verb) {
        return verb.length() > 1 && "aeiou".indexOf(verb.charAt(verb.length() - 2)) >= 0;
    }

    /** The base form of a word with this tag. */
    String of(String lower, String tag) {
        boolean verbal = tag.equals("VERB") || tag.equals("AUX");
        if (verbal || tag.equals("X")) {
            return base.getOrDefault(lower, lower);
        }
        if (tag.equals("NOUN") && lower.length() > 3) {
            if (lower.endsWith("ies")) {
                return lower.substring(0, lower.length() - 3) + "y";
            }
            return lower.endsWith("s")
                            && !lower.endsWith("ss")
                            && !lower.endsWith("us")
                            && !lower.endsWith("is")
                    ? lower.substring(0, lower.length() - 1)
                    : lower;
        }
        return lower;
    }

    /** Whether some form of a known verb is spelt so. */
    boolean isVerbForm(String lower) {
        return base.containsKey(lower);
    }

    /** The verb of which this is some form, else the word. */
    String verb(String lower) {
        return base.getOrDefault(lower, lower);
    }
}
