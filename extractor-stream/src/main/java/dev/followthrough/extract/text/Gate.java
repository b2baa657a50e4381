package dev.followthrough.extract.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Decides by cheap cues which sentences are worth a tagger: a person bound, a time, a delivery, a
 * scope word, or an answer.
 */
final class Gate {
    private static final Set<String> CUES = load();
    private static final int SHORT = 12;

    private Gate() {}

    static boolean lets(List<Token> tokens, boolean answering) {
        if (answering && tokens.size() <= SHORT) {
            return true;
        }
        for (Token token : tokens) {
            if (CUES.contains(token.lower()) || Character.isDigit(token.lower().charAt(0))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> load() {
        Set<String> cues = new HashSet<>();
        try (InputStream in =
                        Objects.requireNonNull(
                                Gate.class.getResourceAsStream("/text/en/cues.txt"), "cues.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(l -> !l.startsWith("#"))
                    .forEach(l -> cues.addAll(List.of(l.strip().split(" +"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cues;
    }
}
