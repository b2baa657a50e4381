package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;

/**
 * The tokens that patterns are tried on, with where times stand among them, and what may stand
 * where. One serves many clauses, one after the other; not thread-safe.
 */
public final class Subject {
    private final Places places;
    private List<Token> tokens = List.of();
    private int[] timeEnds = {};

    private final Positions all = new Positions();
    private final Positions starts = new Positions();
    private final Positions end = new Positions();

    /** The places that have a word; what is kept of others is of earlier tokens. */
    private final BitSet filled = new BitSet();

    private final @Nullable Stand[] ofPlace;

    /** The classes of tokens that were looked for. */
    private final EnumSet<Element.Kind> kinds = EnumSet.noneOf(Element.Kind.class);

    private final Positions[] ofKind = new Positions[Element.Kind.values().length];
    private final Positions scratch = new Positions();

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
        filled.clear();
        kinds.clear();
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
        if (!filled.get(place)) {
            filled.set(place);
            stand.begin();
        }
        stand.add(token, whole, first);
    }

    /** The next place from there on that has a word, or -1. */
    int nextFilled(int from) {
        return filled.nextSetBit(from);
    }

    /** Whether each of these places has a word that may stand in it. */
    boolean hasAll(int[] places) {
        for (int place : places) {
            if (!filled.get(place)) {
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
        Stand stand = filled.get(place) ? ofPlace[place] : null;
        return stand == null ? Stand.NOWHERE : stand;
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
        if (kinds.add(kind)) {
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
