package dev.followthrough.extract;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.Past.Turn;
import dev.followthrough.extract.time.BusinessCalendar;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Reads earlier turns by themselves and remembers the latest of them, because in a stream the same
 * turn is context twenty times. What is remembered is a pure function of the signal's text and
 * time, so remembering changes no answer. Not thread-safe.
 */
final class Memory {
    private static final int KEPT = 512;
    private static final int LONGEST = 4_000;

    private record Key(String id, long revision, String text, BusinessCalendar calendar) {}

    private final BiFunction<Signal, BusinessCalendar, List<Candidate>> reader;
    private final Map<Key, List<Candidate>> read =
            new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, List<Candidate>> eldest) {
                    return size() > KEPT;
                }
            };

    Memory(BiFunction<Signal, BusinessCalendar, List<Candidate>> reader) {
        this.reader = reader;
    }

    Past past(Signal signal, Context context, BusinessCalendar calendar) {
        if (context.previous().isEmpty() && context.repliedTo() == null) {
            return Past.NOTHING;
        }
        List<Turn> turns = new ArrayList<>();
        Signal answered = context.repliedTo();
        if (answered != null) {
            turns.add(turn(signal, answered, 0, calendar));
        }
        List<Signal> previous = context.previous();
        for (int i = previous.size() - 1; i >= 0; i--) {
            Signal earlier = previous.get(i);
            if (answered == null || !earlier.id().equals(answered.id())) {
                turns.add(turn(signal, earlier, previous.size() - i, calendar));
            }
        }
        return new Past(signal.author(), turns);
    }

    private Turn turn(Signal now, Signal earlier, int distance, BusinessCalendar calendar) {
        boolean question = earlier.text().indexOf('?') >= 0;
        return new Turn(
                earlier,
                earlier.author().isSamePersonAs(now.author()),
                distance,
                found(earlier, calendar),
                question,
                distance <= 1 && names(earlier.text(), now.author().name()));
    }

    /** Whether the first of these names stands in the text, as a word. */
    private static boolean names(String text, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return false;
        }
        String first = name.strip().split(" ")[0];
        for (int at = find(text, first, 0); at >= 0; at = find(text, first, at + 1)) {
            int end = at + first.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static int find(String text, String word, int from) {
        for (int at = from; at + word.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return at;
            }
        }
        return -1;
    }

    private List<Candidate> found(Signal signal, BusinessCalendar calendar) {
        if (signal.text().length() > LONGEST) {
            return List.of();
        }
        Key key = new Key(signal.id().value(), signal.revision(), signal.text(), calendar);
        List<Candidate> known = read.get(key);
        if (known == null) {
            known = reader.apply(signal, calendar);
            read.put(key, known);
        }
        return known;
    }
}
