package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.People;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.text.Ordered;

import java.util.List;

/**
 * All that refiners may look at besides a draft: the signal, who is at hand, what was said before,
 * and the other units, in the order of the text.
 */
public record Scene(Signal signal, People people, Past past, List<Unit> units) {
    /** Where a unit stands among all. */
    int indexOf(Unit unit) {
        return firstFrom(unit.clause().start());
    }

    /** The units that begin at or behind a place of the text. */
    List<Unit> from(int at) {
        return units.subList(firstFrom(at), units.size());
    }

    /** The units that have some of a stretch of the text, perhaps with one that ends before it. */
    List<Unit> around(int from, int to) {
        int first = Math.max(0, firstFrom(from + 1) - 1);
        return units.subList(first, Math.max(first, firstFrom(to)));
    }

    /** The units of the same sentence. */
    List<Unit> sentenceOf(Unit unit) {
        int sentence = unit.clause().sentence();
        int from = indexOf(unit);
        int to = from;
        while (from > 0 && units.get(from - 1).clause().sentence() == sentence) {
            from--;
        }
        while (to < units.size() && units.get(to).clause().sentence() == sentence) {
            to++;
        }
        return units.subList(from, to);
    }

    private int firstFrom(int at) {
        return Ordered.firstFrom(at, units, unit -> unit.clause().start());
    }
}
