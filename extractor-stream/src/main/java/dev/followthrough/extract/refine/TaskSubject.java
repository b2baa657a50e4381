package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Candidate.Follow;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A task says what it is in fields of its own: its subject names the work, its status whether that
 * is done, whatever the wording (“Layout rev C to Bente”). No verdict is needed and none is asked.
 */
final class TaskSubject {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TaskSubject() {}

    /** The subject of a completed task as what was done, unless its words were read already. */
    static Optional<Candidate> of(Signal signal, List<Candidate> read) {
        boolean done =
                signal.kind() == SignalKind.TASK && "completed".equals(signal.facts().taskStatus());
        if (!done) {
            return Optional.empty();
        }
        String subject = signal.text().lines().findFirst().orElse("");
        if (subject.isBlank() || read.stream().anyMatch(Follow.class::isInstance)) {
            return Optional.empty();
        }
        Party assignee = signal.facts().assignee();
        return Optional.of(
                new Candidate.Fulfilment(
                        evidence(signal, subject, read.size()),
                        1,
                        assignee == null ? new Doer.Nobody() : new Doer.Person(assignee),
                        Side.UNKNOWN,
                        matter(subject),
                        null));
    }

    private static Evidence evidence(Signal signal, String subject, int number) {
        return new Evidence(
                subject,
                0,
                subject.length(),
                signal.id(),
                signal.revision(),
                number,
                signal.refAt(0),
                signal.author(),
                signal.saidAt(),
                "task.completed");
    }

    private static List<String> matter(String subject) {
        return BETWEEN.splitAsStream(subject.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
