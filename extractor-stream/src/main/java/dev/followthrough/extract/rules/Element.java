package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;

import java.util.Set;

/** One place of a pattern. */
sealed interface Element {
    /**
     * One of some literal words.
     *
     * @param place its number among {@link Places}
     */
    record Words(Set<String> words, boolean optional, int place) implements Element {}

    /**
     * An entry of a lexicon.
     *
     * @param place its number among {@link Places}
     */
    record Entry(Lexicon lexicon, boolean optional, int place) implements Element {}

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
        TIME;

        private static final Set<String> GERUNDS = Set.of("VERB", "AUX", "NOUN");
        private static final Set<String> OWNERS =
                Set.of("my", "our", "your", "their", "his", "her", "its");

        /** Whether a token is of this class; of a time only its place in the text tells. */
        boolean holds(Token t) {
            return switch (this) {
                case ANY -> true;
                case TIME -> false;
                case VERB -> t.tag().equals("VERB");
                case BASE ->
                        t.tag().equals("VERB")
                                && t.lower().equals(t.lemma())
                                && !isRegularPast(t.lower());
                case ING -> t.lower().endsWith("ing") && GERUNDS.contains(t.tag());
                case PAST -> isPast(t);
                case PRESENT ->
                        t.tag().equals("VERB")
                                && (t.lower().equals(t.lemma()) || t.lower().endsWith("s"))
                                && !isRegularPast(t.lower());
                case NOUN -> t.tag().equals("NOUN") || t.tag().equals("PROPN");
                case NAME -> t.tag().equals("PROPN");
                case NUMBER -> t.tag().equals("NUM") || Character.isDigit(t.lower().charAt(0));
                case ADJECTIVE -> t.tag().equals("ADJ");
                case PREPOSITION -> t.tag().equals("ADP");
                case DETERMINER -> t.tag().equals("DET") || OWNERS.contains(t.lower());
            };
        }

        /** “need” and “feed” end like a past and are none. */
        private static boolean isRegularPast(String lower) {
            return lower.endsWith("ed") && !TextReader.isVerbBase(lower);
        }

        private static boolean isPast(Token t) {
            boolean changed =
                    !t.lower().equals(t.lemma())
                            && !t.lower().endsWith("ing")
                            && !t.lower().endsWith("s");
            return (t.tag().equals("VERB") || t.tag().equals("ADJ"))
                    && (isRegularPast(t.lower()) || changed);
        }
    }
}
