package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * The tokens that patterns are tried on, with where times stand among them, and what may stand
 * where. One serves many clauses, one after the other; not thread-safe.
 */
public final class Subject {
    private static final Stand NOWHERE = new Stand();

    private final Places places;
    private List<Token> tokens = List.of();
    private int[] timeEnds = {};

    /** How many clauses there were: what else stands in a place is of an earlier one. */
    private int clause;

    private final Positions all = new Positions();
    private final Positions starts = new Positions();
    private final @Nullable Stand[] ofPlace;

    /** The places that have a word, in no order. */
    private int[] filled = new int[64];

    private int present;
    private final Positions[] ofKind = new Positions[Element.Kind.values().length];

    /** The clause for which a class of tokens was looked for. */
    private final int[] kindOf = new int[ofKind.length];

    private final Positions[] scratch = {new Positions(), new Positions(), new Positions()};

    Subject(Places places) {
        this.places = places;
        this.ofPlace = new Stand[places.size()];
        Arrays.setAll(ofKind, kind -> new Positions());
    }

    /**
     * Goes on to other tokens; whatever was told of those before is gone.
     *
     * @param times for each token the index after the time that begins there, or -1
     * @param head index of the first word that is no filler and no name of address
     */
    public Subject on(List<Token> of, int[] times, int head) {
        if (of.size() > Positions.LONGEST) {
            throw new IllegalArgumentException(
                    "clause must have at most " + Positions.LONGEST + " tokens, had " + of.size());
        }
        tokens = of;
        timeEnds = times;
        clause++;
        present = 0;
        all.setUpTo(of.size());
        starts.clear();
        starts.set(0);
        starts.set(head);
        places.visit(of, this::add);
        return this;
    }

    private void add(int place, int token, boolean whole, boolean first) {
        Stand stand = ofPlace[place];
        if (stand == null) {
            stand = new Stand();
            ofPlace[place] = stand;
        }
        if (stand.clause != clause) {
            stand.empty(clause);
            if (present == filled.length) {
                filled = Arrays.copyOf(filled, present * 2);
            }
            filled[present++] = place;
        }
        if (whole) {
            stand.whole.set(token);
        }
        if (first) {
            stand.first.set(token);
        }
    }

    /** How many places have a word. */
    int present() {
        return present;
    }

    /** One of the places that have a word, by its number among them. */
    int filled(int number) {
        return filled[number];
    }

    /** Whether each of these places has a word that may stand in it. */
    boolean hasAll(int[] places) {
        for (int place : places) {
            if (at(place) == NOWHERE) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return tokens.size();
    }

    List<Token> tokens() {
        return tokens;
    }

    /** All positions, the end too. */
    Positions all() {
        return all;
    }

    /** Where a pattern's {@code ^} stands. */
    Positions starts() {
        return starts;
    }

    /** From where a place may be filled, in {@code at}, to where it ends, in {@code next}. */
    void fill(Element.Words words, Positions at, Positions next) {
        next.set(at);
        next.keep(at(words.place()).whole);
        next.forward(1);
    }

    /** The same of an entry of a lexicon. */
    void fill(Element.Entry entry, Positions at, Positions next) {
        Stand stand = at(entry.place());
        next.set(at);
        next.keep(stand.whole);
        next.forward(1);
        for (int i = stand.first.next(0); i >= 0; i = stand.first.next(i + 1)) {
            if (at.has(i)) {
                next.add(i, stand.lengths(entry.lexicon(), tokens, i));
            }
        }
    }

    private Stand at(int place) {
        Stand stand = ofPlace[place];
        return stand == null || stand.clause != clause ? NOWHERE : stand;
    }

    /** What may stand in a place, and where. */
    private static final class Stand {
        final Positions whole = new Positions();
        final Positions first = new Positions();
        private int clause;
        private int @Nullable [] lengths;

        void empty(int now) {
            clause = now;
            whole.clear();
            first.clear();
            lengths = null;
        }

        /** Lengths of the phrases that begin there, a bit each: many patterns ask the same. */
        int lengths(Lexicon lexicon, List<Token> tokens, int token) {
            if (lengths == null) {
                lengths = new int[tokens.size()];
                for (int i = first.next(0); i >= 0; i = first.next(i + 1)) {
                    lengths[i] = lexicon.phraseLengthsAt(tokens, i);
                }
            }
            return lengths[token];
        }
    }

    /** Tokens of a class. */
    Positions at(Element.Kind kind) {
        Positions positions = ofKind[kind.ordinal()];
        if (kindOf[kind.ordinal()] != clause) {
            kindOf[kind.ordinal()] = clause;
            positions.clear();
            for (int i = 0; i < tokens.size(); i++) {
                boolean is =
                        kind == Element.Kind.TIME ? timeEnds[i] > i : kind.holds(tokens.get(i));
                if (is) {
                    positions.set(i);
                }
            }
        }
        return positions;
    }

    int timeEnd(int i) {
        return timeEnds[i];
    }

    /** One of three sets of positions for a pattern to work on, whatever is in it. */
    Positions scratch(int which) {
        return scratch[which];
    }
}
