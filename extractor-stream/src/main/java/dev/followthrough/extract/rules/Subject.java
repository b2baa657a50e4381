package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The tokens that patterns are tried on, with where times stand among them, and what may stand
 * where. Not thread-safe.
 */
public final class Subject {
    private static final Positions NOWHERE = new Positions();

    private final List<Token> tokens;
    private final int[] timeEnds;
    private final Positions all = new Positions();
    private final Positions starts = new Positions();
    private final @Nullable Positions[] ofPlace;
    private final @Nullable Positions[] ofKind = new Positions[Element.Kind.values().length];
    private final long[] present;
    private final Positions[] scratch = {new Positions(), new Positions(), new Positions()};

    Subject(List<Token> tokens, int[] timeEnds, int head, Places places) {
        if (tokens.size() > Positions.LONGEST) {
            throw new IllegalArgumentException(
                    "clause must have at most "
                            + Positions.LONGEST
                            + " tokens, had "
                            + tokens.size());
        }
        this.tokens = tokens;
        this.timeEnds = timeEnds;
        this.all.setUpTo(tokens.size());
        this.starts.set(0);
        this.starts.set(head);
        this.ofPlace = new Positions[places.size()];
        this.present = new long[places.size() / Long.SIZE + 1];
        places.visit(tokens, this::add);
    }

    private void add(int place, int token) {
        Positions positions = ofPlace[place];
        if (positions == null) {
            positions = new Positions();
            ofPlace[place] = positions;
            present[place / Long.SIZE] |= 1L << place;
        }
        positions.set(token);
    }

    /** Whether all these places, a bit each, have a word that may stand in them. */
    boolean hasAll(long[] places) {
        for (int i = 0; i < places.length; i++) {
            if ((places[i] & ~present[i]) != 0) {
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

    /** Tokens that may stand in a place. */
    Positions at(int place) {
        Positions positions = ofPlace[place];
        return positions == null ? NOWHERE : positions;
    }

    /** Tokens of a class. */
    Positions at(Element.Kind kind) {
        Positions positions = ofKind[kind.ordinal()];
        if (positions == null) {
            positions = new Positions();
            for (int i = 0; i < tokens.size(); i++) {
                boolean is =
                        kind == Element.Kind.TIME ? timeEnds[i] > i : kind.holds(tokens.get(i));
                if (is) {
                    positions.set(i);
                }
            }
            ofKind[kind.ordinal()] = positions;
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
