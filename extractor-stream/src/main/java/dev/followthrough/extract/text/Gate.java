package dev.followthrough.extract.text;

import org.jspecify.annotations.Nullable;

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
    private static final Gate STANDARD = new Gate(Set.of());
    private static final int SHORT = 12;
    private static final Set<String> NOTED = Set.of(":", "–", "—", "-", "→", "to");

    private final Set<String> own;

    private Gate(Set<String> own) {
        this.own = own;
    }

    /** The words that always let a sentence through, and these in any of their forms. */
    static Gate with(Set<String> own) {
        return own.isEmpty() ? STANDARD : new Gate(Set.copyOf(own));
    }

    boolean lets(List<Token> tokens, boolean answering) {
        return answering && tokens.size() <= SHORT || cue(tokens) != null || assigns(tokens);
    }

    /**
     * “Chidi: phone each clinic”, “Mette drafts the clause”, “Log update: Grete”, “Preserve it”.
     */
    private static boolean assigns(List<Token> tokens) {
        int size = tokens.size();
        if (size < 3) {
            return false;
        }
        String first = tokens.get(0).lower();
        if (!tokens.get(0).isCapital()) {
            return isBase(first);
        }
        String second = tokens.get(1).lower();
        return isBase(first)
                || NOTED.contains(second)
                || second.endsWith("s") && !isBase(second) && Tagger.lemmas().isVerbForm(second)
                || tokens.get(size - 1).isCapital() && NOTED.contains(tokens.get(size - 2).lower());
    }

    private static boolean isBase(String lower) {
        return Tagger.lemmas().isVerbForm(lower) && Tagger.lemmas().verb(lower).equals(lower);
    }

    /** The first token that lets a sentence through; absent where none does. */
    @Nullable Token cue(List<Token> tokens) {
        for (Token token : tokens) {
            String lower = token.lower();
            if (CUES.contains(lower) || Character.isDigit(lower.charAt(0)) || isOwn(lower)) {
                return token;
            }
        }
        return null;
    }

    private boolean isOwn(String lower) {
        return !own.isEmpty()
                && (own.contains(lower)
                        || own.contains(Tagger.lemmas().verb(lower))
                        || own.contains(Tagger.lemmas().of(lower, "NOUN")));
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
