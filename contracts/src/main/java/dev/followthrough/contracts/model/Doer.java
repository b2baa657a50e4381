package dev.followthrough.contracts.model;

/**
 * Who is bound, asked or put in charge. Nobody in particular is a valid value; a guessed person is
 * a defect.
 */
public sealed interface Doer {
    /** A person. */
    record Person(Party party) implements Doer {
        public Person {
            Check.present("person", party);
        }
    }

    /** A team by the name it was given, without “our”. */
    record Team(String name) implements Doer {
        public Team {
            Check.text("team name", name);
        }
    }

    /** A bare “we”, “someone”, or a passive without a doer. */
    record Nobody() implements Doer {}
}
