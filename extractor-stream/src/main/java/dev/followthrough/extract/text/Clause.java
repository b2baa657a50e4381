package dev.followthrough.extract.text;

import java.util.List;

/**
 * A stretch of one sentence with a subject and verb of its own, or the whole sentence; what a quote
 * is made of.
 *
 * @param sentence number of the sentence in the text, from 0
 * @param index number of the clause in its sentence, from 0
 * @param tokens the clause's own tokens; never empty
 * @param first whether the clause begins its sentence
 * @param last whether it ends it
 * @param ending the sentence's closing mark ({@code ?}, {@code !}, {@code .}) or empty
 * @param bullet whether the sentence is an item of a list
 */
public record Clause(
        int sentence,
        int index,
        List<Token> tokens,
        boolean first,
        boolean last,
        String ending,
        boolean bullet) {
    public Clause {
        tokens = List.copyOf(tokens);
    }

    public int start() {
        return tokens.get(0).start();
    }

    public int end() {
        return tokens.get(tokens.size() - 1).end();
    }
}
