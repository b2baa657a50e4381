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
    private final Places places;
    private List<Token> tokens = List.of();
    private int[] timeEnds = {};

    /** How many clauses there were: what else stands in a place is of an earlier one. */
    private int clause;

    private final Positions all = new Positions();
    private final Positions starts = new Positions();
    private final Positions end = new Positions();
    private final @Nullable Stand[] ofPlace;

    /** A bit for each place, set where it has a word. */
    private final long[] has;

    /** The places that have a word, in no order. */
    private int[] filled = new int[64];

    private int present;
    private final Positions[] ofKind = new Positions[Element.Kind.values().length];

    /** The clause for which a class of tokens was looked for. */
    private final int[] kindOf = new int[ofKind.length];

    private final Positions scratch = new Positions();

    Subject(Places places) {
        this.places = places;
        this.ofPlace = new Stand[places.size()];
        this.has = new long[places.size() / Long.SIZE + 1];
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
        Arrays.fill(has, 0);
        all.setUpTo(of.size());
        starts.clear();
        starts.set(0);
        starts.set(head);
        end.clear();
        end.set(of.size());
        places.visit(of, this::add);
        return this;
    }

    private void add(int place, int token, boolean whole, boolean first) {
        Stand stand = ofPlace[place];
        if (stand == null) {
            stand = new Stand();
            ofPlace[place] = stand;
        }
        if (!stand.isOf(clause)) {
            stand.begin(clause);
            has[place / Long.SIZE] |= 1L << place;
            if (present == filled.length) {
                filled = Arrays.copyOf(filled, present * 2);
            }
            filled[present++] = place;
        }
        stand.add(token, whole, first);
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
            if ((has[place / Long.SIZE] & 1L << place) == 0) {
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

    /** Where the clause ends. */
    Positions end() {
        return end;
    }

    /** What stands in a place. */
    Stand at(int place) {
        Stand stand = ofPlace[place];
        return stand == null || !stand.isOf(clause) ? Stand.NOWHERE : stand;
    }

    /** To where a token of a class ends, or a time, of the positions at which it may begin. */
    void ofKind(Element.Kind kind, long low, long high, Positions ends) {
        Positions of = at(kind);
        if (kind == Element.Kind.TIME) {
            ends.clear();
            for (int i = of.next(0); i >= 0; i = of.next(i + 1)) {
                if (((i < Long.SIZE ? low : high) & 1L << i) != 0) {
                    ends.set(timeEnds[i]);
                }
            }
        } else {
            ends.moved(low & of.low(), high & of.high());
        }
    }

    private Positions at(Element.Kind kind) {
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

    /** A set of positions for a pattern to work on, whatever is in it. */
    Positions scratch() {
        return scratch;
    }
}
