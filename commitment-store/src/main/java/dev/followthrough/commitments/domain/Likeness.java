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

    /**
     * Less is needed for words that open nothing: what is reported done, moved, handed over or
     * taken back was mostly promised somewhere.
     */
    private static final int FOLLOWS = 100;

    /** So many letters in common are more than one short word, and tell a matter by themselves. */
    private static final int TELLING_LETTERS = 6;

    /** The conversation itself says what is spoken about. */
    private static final int ANSWERS = 450;

    /** A reply that shares no word with what it answers may report something else. */
    private static final int ANSWERS_VAGUELY = 250;

    /** All words of the one with fewer are in the other; a part counts for its share. */
    private static final int ALL_WORDS = 600;

    /** So many words in common are one matter, whoever speaks. */
    static final int SAME_MATTER = 400;

    /** One short word in common proves little: a share is of at least this many letters. */
    private static final int ENOUGH_LETTERS = 10;

    /** A report that is as likely as not is taken at its word. */
    private static final double SURE_ENOUGH = 0.5;

    /** What a report loses on the way from there to none. */
    private static final int UNSURE = 500;

    /** “PO” and “NDA” tell as much as a word of so many letters. */
    private static final int ACRONYM = 5;

    private static final int SAME_DOER = 120;

    /** Letters that a word cut short has at least. */
    private static final int SHORT_FORM = 3;

    /** Whoever promised it says that it is done, off, later, or somebody else's. */
    private static final int BY_PROMISOR = 200;

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
        int words = words(later.words(), earlier.words());
        boolean answers = isAnswer(later, earlier);
        boolean due = sameDue(later, earlier) || isDueNow(later, earlier);
        boolean here = later.conversation().equals(earlier.conversation());
        int score = words + (follows(later) ? followers(later, earlier) : doers(later, earlier));
        score +=
                follows(later) && (answers || due || here || isTelling(later, earlier))
                        ? FOLLOWS
                        : 0;
        score += answers ? answers(later, words) : 0;
        score += due ? SAME_DUE : 0;
        score += here ? SAME_CONVERSATION : 0;
        score += later.id().signal().equals(earlier.id().signal()) ? SAME_SIGNAL : 0;
        score -= unsure(later);
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

    /** The less sure that something was reported done, the more it must have in common. */
    private static int unsure(Mention later) {
        double sure = later.candidate() == null ? 1 : later.candidate().confidence();
        boolean report = later.kind() == MentionKind.FULFILMENT && !later.isTask();
        return report && sure < SURE_ENOUGH ? (int) ((SURE_ENOUGH - sure) * UNSURE) : 0;
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
        if (one == null || other == null) {
            return 0;
        }
        return one.equals(other) ? SAME_DOER : OTHER_DOER;
    }

    /** Whoever has it asked the one who now says yes: “could you take the summary off me?” */
    private static boolean isHandedOver(Mention later, Mention earlier) {
        return later.candidate() instanceof Candidate.Acceptance acceptance
                && isBy(acceptance.request().evidence().author(), earlier.doer());
    }

    /** An open task carries a promise; a check mark is sure by itself. */
    private static boolean follows(Mention later) {
        return switch (later.kind()) {
            case FULFILMENT, WITHDRAWAL, RESCHEDULING, REASSIGNMENT -> true;
            case PROMISE, ACCEPTANCE, TASK, TICK -> false;
        };
    }

    private static int answers(Mention later, int words) {
        return follows(later) && words == 0 ? ANSWERS_VAGUELY : ANSWERS;
    }

    /**
     * Done or taken back by whoever is bound, or by whoever spoke where nobody in particular is.
     * Another one's report counts for its words; somebody else named as the doer did something
     * else.
     */
    private static int followers(Mention later, Mention earlier) {
        String bound = Blocks.name(earlier.doer());
        String author = Blocks.name(new Doer.Person(later.author()));
        String actor = Blocks.actor(later);
        if (bound == null) {
            return later.author().isSamePersonAs(earlier.author()) ? BY_PROMISOR : 0;
        }
        if (bound.equals(actor) || bound.equals(author)) {
            return BY_PROMISOR;
        }
        boolean another = actor != null && !actor.equals(author);
        return another && later.kind() != MentionKind.REASSIGNMENT ? OTHER_DOER : 0;
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
        int shared = Math.min(letters(shared(one, other)), fewer);
        return ALL_WORDS * shared / Math.max(fewer, ENOUGH_LETTERS);
    }

    private static boolean isTelling(Mention later, Mention earlier) {
        return letters(shared(later.words(), earlier.words())) >= TELLING_LETTERS;
    }

    private static Set<String> shared(List<String> one, List<String> other) {
        Set<String> shared = new HashSet<>();
        one.forEach(word -> other.forEach(twin -> share(word, twin, shared)));
        return shared;
    }

    /** The same word, or one cut short: “spec” for “specification”. */
    private static void share(String word, String twin, Set<String> shared) {
        String shorter = word.length() <= twin.length() ? word : twin;
        String longer = shorter.equals(word) ? twin : word;
        boolean cut = shorter.length() >= SHORT_FORM && longer.startsWith(shorter);
        if (cut || word.equals(twin)) {
            shared.add(shorter);
        }
    }

    private static int letters(Iterable<String> words) {
        int sum = 0;
        for (String word : words) {
            sum += Math.min(letters(word), 10);
        }
        return sum;
    }

    private static int letters(String word) {
        boolean acronym = word.length() < ACRONYM - 1 && Character.isLetter(word.charAt(0));
        return acronym ? ACRONYM : word.length();
    }
}
