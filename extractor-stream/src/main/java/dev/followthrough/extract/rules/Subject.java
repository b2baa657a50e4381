package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The tokens that patterns are tried on, with where times stand among them, and what may stand
 * where. Not thread-safe.
 */
public final class Subject {
    private static final Stand NOWHERE = new Stand();

    private final List<Token> tokens;
    private final int[] timeEnds;
    private final Positions all = new Positions();
    private final Positions starts = new Positions();
    private final @Nullable Stand[] ofPlace;

    /** The places that have a word, in no order. */
    private int[] filled = new int[64];

    private int present;
    private final @Nullable Positions[] ofKind = new Positions[Element.Kind.values().length];
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
        this.ofPlace = new Stand[places.size()];
        places.visit(tokens, this::add);
    }

    private void add(int place, int token, boolean whole, boolean first) {
        Stand stand = ofPlace[place];
        if (stand == null) {
            stand = new Stand();
            ofPlace[place] = stand;
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

    /** Calls with each place that has a word. */
    void eachPlace(IntConsumer place) {
        for (int i = 0; i < present; i++) {
            place.accept(filled[i]);
        }
    }

    /** Whether each of these places has a word that may stand in it. */
    boolean hasAll(int[] places) {
        for (int place : places) {
            if (ofPlace[place] == null) {
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
        return stand == null ? NOWHERE : stand;
    }

    /** What may stand in a place, and where. */
    private static final class Stand {
        final Positions whole = new Positions();
        final Positions first = new Positions();
        private int @Nullable [] lengths;

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
