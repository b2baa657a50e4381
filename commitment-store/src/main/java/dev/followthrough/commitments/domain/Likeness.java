package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How likely two mentions speak of one promise. Sees the two and nothing else, so that the answer
 * never depends on what came before or between. Whole numbers: equal on every machine.
 */
final class Likeness {
    /** From here on two mentions are one promise. Tuned on the deal stories. */
    static final int THRESHOLD = 500;

    /** Nothing can be surer: the same request accepted, a check mark under the message. */
    static final int SURE = 2000;

    /** The conversation itself says what is spoken about. */
    private static final int ANSWERS = 450;

    /** All words of the one with fewer are in the other; a part counts for its share. */
    private static final int ALL_WORDS = 600;

    /** So many words in common are one matter, whoever speaks. */
    static final int SAME_MATTER = 400;

    /** One short word in common proves little: a share is of at least this many letters. */
    private static final int ENOUGH_LETTERS = 10;

    private static final int SAME_DOER = 120;

    /** Two people who promise alike mostly promise two things. */
    private static final int OTHER_DOER = -120;

    private static final int SAME_DUE = 150;

    /** About the day it is due: so many days before or after. */
    private static final int ABOUT_DAYS = 2;

    private static final int SAME_CONVERSATION = 80;

    /** Promises of one message are told apart by whoever wrote it. */
    private static final int SAME_SIGNAL = -250;

    /** After a quarter of silence the same words mostly mean a new round. */
    private static final int LONG_AGO = -150;

    private static final int LONG_AGO_DAYS = 90;

    private Likeness() {}

    /** 0 where the later cannot hang on the earlier at all. */
    static int of(Mention later, Mention earlier) {
        if (later.opens() && !earlier.opens() || differ(later, earlier)) {
            return 0;
        }
        if (later.kind() == MentionKind.TICK) {
            return ticks(later, earlier) ? SURE : 0;
        }
        if (sameRequest(later, earlier)) {
            return SURE;
        }
        if (later.opens() && opposed(later.side(), earlier.side())) {
            return 0;
        }
        int score = words(later.words(), earlier.words()) + doers(later, earlier);
        score += isAnswer(later, earlier) ? ANSWERS : 0;
        score += sameDue(later, earlier) || isDueNow(later, earlier) ? SAME_DUE : 0;
        score += later.conversation().equals(earlier.conversation()) ? SAME_CONVERSATION : 0;
        score += later.id().signal().equals(earlier.id().signal()) ? SAME_SIGNAL : 0;
        score += Blocks.days(later.at()) - Blocks.days(earlier.at()) > LONG_AGO_DAYS ? LONG_AGO : 0;
        return Math.max(0, score);
    }

    /** A promise of one deal is none of another's. */
    private static boolean differ(Mention later, Mention earlier) {
        return later.deal() != null
                && earlier.deal() != null
                && !later.deal().equals(earlier.deal());
    }

    private static boolean opposed(Side one, Side other) {
        return one != other && one != Side.UNKNOWN && other != Side.UNKNOWN;
    }

    /** The promisor, or the side that was promised to, says that it is done. */
    private static boolean ticks(Mention tick, Mention promise) {
        return promise.opens()
                && promise.id().signal().equals(tick.target())
                && (isBy(tick.author(), promise.doer())
                        || tick.author().isSamePersonAs(promise.author())
                        || opposed(tick.author().side(), promise.side()));
    }

    private static boolean sameRequest(Mention later, Mention earlier) {
        if (later.candidate() instanceof Candidate.Acceptance one
                && earlier.candidate() instanceof Candidate.Acceptance other) {
            Evidence first = one.request().evidence();
            Evidence second = other.request().evidence();
            return first.mention().equals(second.mention()) && first.start() == second.start();
        }
        return false;
    }

    private static boolean isAnswer(Mention later, Mention earlier) {
        return later.target() != null
                && (later.target().equals(earlier.id().signal())
                        || later.target().equals(earlier.target()));
    }

    private static boolean isBy(Party party, Doer doer) {
        return doer instanceof Doer.Person person && person.party().isSamePersonAs(party);
    }

    private static int doers(Mention later, Mention earlier) {
        String one = Blocks.name(later.doer());
        String other = Blocks.name(earlier.doer());
        if (one == null && !later.opens()) {
            return isBy(later.author(), earlier.doer()) ? SAME_DOER : 0;
        }
        if (isHandedOver(later, earlier)) {
            return SAME_DOER;
        }
        if (one == null || other == null || later.kind() == MentionKind.REASSIGNMENT) {
            return 0;
        }
        return one.equals(other) ? SAME_DOER : OTHER_DOER;
    }

    /** Whoever has it asked the one who now says yes: “could you take the summary off me?” */
    private static boolean isHandedOver(Mention later, Mention earlier) {
        return later.candidate() instanceof Candidate.Acceptance acceptance
                && isBy(acceptance.request().evidence().author(), earlier.doer());
    }

    private static boolean sameDue(Mention later, Mention earlier) {
        LocalDate one = Blocks.day(later.due());
        return one != null && one.equals(Blocks.day(earlier.due()));
    }

    /** What is reported done or moved about the day it was due. */
    private static boolean isDueNow(Mention later, Mention earlier) {
        LocalDate due = Blocks.day(earlier.due());
        return due != null
                && !later.opens()
                && Math.abs(Blocks.days(later.at()) - due.toEpochDay()) <= ABOUT_DAYS;
    }

    /** Letters in common, as a share of those of the one that has fewer. */
    static int words(List<String> one, List<String> other) {
        int fewer = Math.min(letters(one), letters(other));
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(new HashSet<>(other));
        return ALL_WORDS * Math.min(letters(shared), fewer) / Math.max(fewer, ENOUGH_LETTERS);
    }

    private static int letters(Iterable<String> words) {
        int sum = 0;
        for (String word : words) {
            sum += Math.min(word.length(), 10);
        }
        return sum;
    }
}
