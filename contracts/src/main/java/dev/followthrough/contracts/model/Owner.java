package dev.followthrough.contracts.model;

/** Who carries a commitment now. None is a valid value; a guess is a defect. */
public sealed interface Owner {
    /** Bound themselves, or were named by who bound them. */
    record Stated(Party party) implements Owner {
        public Stated {
            Check.present("owner", party);
        }
    }

    /** Put in charge later, by words or by a click. */
    record Assigned(Party party) implements Owner {
        public Assigned {
            Check.present("owner", party);
        }
    }

    /** Nobody in particular. */
    record None() implements Owner {}
}
