package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What a text says about the contract itself: how long it runs, when and how it renews, by when it
 * must be called off, what must at least be bought. Nobody is bound by it to do anything, so it
 * opens no commitment.
 *
 * @param confidence 0…1: what its rule is worth
 * @param value as far as the words say it; absent where they only name the thing (“the minimum
 *     purchase”)
 */
public record ContractFact(Evidence evidence, double confidence, Kind kind, @Nullable Value value) {
    /** What is said about the contract. */
    public enum Kind {
        /** From when it holds. */
        EFFECTIVE_DATE,
        /** How long it runs, renewals left out. */
        TERM,
        /** When it ends unless it is renewed. */
        EXPIRATION_DATE,
        /** When it renews. */
        RENEWAL_DATE,
        /** That it renews by itself, and for how long. */
        AUTO_RENEWAL,
        /** That somebody may renew it, and for how long. */
        RENEWAL_OPTION,
        /** How long before its end it must be called off. */
        NOTICE_PERIOD,
        /** How long before any other day it may be called off. */
        TERMINATION_NOTICE,
        /** What must at least be bought, paid or delivered. */
        MINIMUM_COMMITMENT
    }

    /** A unit of lengths. */
    public enum Unit {
        DAY,
        BUSINESS_DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** What the words say, normalised. */
    public sealed interface Value {
        /** A calendar day. */
        record Date(LocalDate date) implements Value {
            public Date {
                Check.present("date of a contract fact", date);
            }
        }

        /**
         * A length of time.
         *
         * @param successive whether one such length follows the other until somebody ends it
         */
        record Length(int amount, Unit unit, boolean successive) implements Value {
            public Length {
                Check.that(amount > 0, "length of a contract fact", "be above 0", amount);
                Check.present("unit of a contract fact", unit);
            }
        }

        /**
         * So much of something.
         *
         * @param unit currency code, {@code %}, or what is counted: {@code seats}
         * @param per how often; absent where it is not said
         */
        record Amount(double amount, String unit, @Nullable Unit per) implements Value {
            public Amount {
                Check.that(
                        amount >= 0 && amount < Double.POSITIVE_INFINITY,
                        "amount of a contract fact",
                        "be 0 or more",
                        amount);
                Check.text("unit of a contract fact", unit);
            }
        }

        /** Until somebody ends it. */
        record OpenEnded() implements Value {}
    }

    public ContractFact {
        Check.present("evidence", evidence);
        confidence = Check.confidence(confidence);
        Check.present("kind of a contract fact", kind);
    }
}
