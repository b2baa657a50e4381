package dev.followthrough.extract.rules;

import java.util.Set;

/** One place of a pattern. */
sealed interface Element {
    /** One of some literal words. */
    record Words(Set<String> words, boolean optional) implements Element {}

    /** An entry of a lexicon. */
    record Entry(Lexicon lexicon, boolean optional) implements Element {}

    /** One token of a class. */
    record Class(Kind kind, boolean optional) implements Element {}

    /** Between {@code least} and {@code most} tokens of any kind. */
    record Gap(int least, int most) implements Element {}

    /** The clause's first word, fillers and names of address left out. */
    record Start() implements Element {}

    /** The clause's end. */
    record End() implements Element {}

    /** Classes of tokens that patterns may name. */
    enum Kind {
        ANY,
        VERB,
        BASE,
        ING,
        PAST,
        PRESENT,
        NOUN,
        NAME,
        NUMBER,
        ADJECTIVE,
        PREPOSITION,
        DETERMINER,
        TIME
    }
}
