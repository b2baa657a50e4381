package dev.followthrough.standalone.show;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Link;
import dev.followthrough.standalone.scan.Fields;
import dev.followthrough.standalone.scan.ScanTable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The words for what happened to a commitment or an escalation. */
final class Lines {
    private Lines() {}

    static List<String> appeared(Commitment commitment) {
        return List.of(
                "+ "
                        + Fields.lower(commitment.side())
                        + ": "
                        + commitment.title()
                        + " · due "
                        + ScanTable.when(commitment.due())
                        + " · owner "
                        + owner(commitment)
                        + state(commitment),
                "    " + quote(commitment.evidence().get(0).evidence()));
    }

    static List<String> changed(Commitment before, Commitment now) {
        List<String> lines = new ArrayList<>();
        if (before.state() != now.state()) {
            lines.add("= " + Fields.lower(now.state()) + ": " + now.title());
            newest(before, now).ifPresent(link -> lines.add("    " + quote(link.evidence())));
        }
        if (!Objects.equals(Fields.due(before.due()), Fields.due(now.due()))) {
            lines.add(
                    "~ due "
                            + ScanTable.when(now.due())
                            + ", was "
                            + ScanTable.when(before.due())
                            + ": "
                            + now.title());
        }
        if (!owner(before).equals(owner(now))) {
            lines.add("~ owner " + owner(now) + ", was " + owner(before) + ": " + now.title());
        }
        return lines;
    }

    static Optional<String> escalation(@Nullable Escalation before, Escalation now) {
        boolean same =
                before != null
                        && before.state().getClass() == now.state().getClass()
                        && before.step() == now.step();
        if (same) {
            return Optional.empty();
        }
        String reason = now.reason().name().replace('_', ' ');
        return Optional.of(
                switch (now.state()) {
                    case Escalation.State.Open open ->
                            "! " + reason + ": " + now.words().what() + " · " + now.words().why();
                    case Escalation.State.Acknowledged seen ->
                            "  " + reason + " seen: " + now.words().what();
                    case Escalation.State.Snoozed snoozed ->
                            "  "
                                    + reason
                                    + " snoozed until "
                                    + snoozed.until()
                                    + ": "
                                    + now.words().what();
                    case Escalation.State.Resolved resolved ->
                            "  " + reason + " resolved: " + now.words().what();
                });
    }

    private static Optional<Link> newest(Commitment before, Commitment now) {
        return now.evidence().stream()
                .filter(link -> !before.evidence().contains(link))
                .reduce((first, second) -> second);
    }

    private static String quote(Evidence evidence) {
        return "“"
                + evidence.quote().replaceAll("\\s+", " ")
                + "” "
                + evidence.author().label()
                + ", "
                + evidence.ref();
    }

    private static String owner(Commitment commitment) {
        String owner = Fields.owner(commitment);
        return owner == null ? "nobody" : owner;
    }

    private static String state(Commitment commitment) {
        return commitment.state() == CommitmentState.OPEN
                ? ""
                : " · " + Fields.lower(commitment.state());
    }
}
