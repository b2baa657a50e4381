package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.extract.judge.Head;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The differences that a refiner made, field by field; for explanations. */
final class Changes {
    private final String refiner;
    private final List<Change> found = new ArrayList<>();

    private Changes(String refiner) {
        this.refiner = refiner;
    }

    static List<Change> between(Refiner refiner, List<Draft> before, List<Draft> after) {
        Changes changes = new Changes(name(refiner));
        for (Draft draft : before) {
            Draft next =
                    after.stream()
                            .filter(d -> d.unit().equals(draft.unit()))
                            .filter(d -> Head.of(d.act()) == Head.of(draft.act()))
                            .findFirst()
                            .orElse(null);
            if (next == null) {
                changes.gone(draft, after);
            } else {
                changes.differing(draft, next);
            }
        }
        return changes.found;
    }

    /** {@code MergeNeighbours} is “merge neighbours”. */
    private static String name(Refiner refiner) {
        return refiner.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private void gone(Draft draft, List<Draft> after) {
        boolean joined =
                after.stream().anyMatch(d -> d.start() <= draft.start() && d.end() >= draft.end());
        add(draft, "draft", lower(draft.act()), joined ? "joined to its neighbour" : "dropped");
    }

    private void differing(Draft a, Draft b) {
        add(a, "act", lower(a.act()), lower(b.act()));
        add(a, "span", a.start() + "–" + a.end(), b.start() + "–" + b.end());
        add(a, "doer", doer(a.doer()), doer(b.doer()));
        add(a, "modality", lower(a.modality()), lower(b.modality()));
        add(a, "condition", text(a.condition()), text(b.condition()));
        add(a, "due", due(a.due()), due(b.due()));
        add(a, "recurrence", text(a.recurrence()), text(b.recurrence()));
        add(a, "action", a.action(), b.action());
        add(a, "matter", String.join(" ", a.matter()), String.join(" ", b.matter()));
        add(a, "about", text(a.about()), text(b.about()));
        add(a, "request", request(a), request(b));
    }

    private void add(Draft at, String field, String from, String to) {
        if (!from.equals(to)) {
            found.add(new Change(refiner, at.start(), at.end(), field, from, to));
        }
    }

    private static String request(Draft draft) {
        return draft.request() == null ? "" : draft.request().evidence().quote();
    }

    private static String due(@Nullable Due due) {
        return due == null
                ? ""
                : due.text()
                        + (due.at() == null ? "" : " = " + due.at())
                        + (due.implied() ? " (implied)" : "");
    }

    private static String doer(Doer doer) {
        return switch (doer) {
            case Doer.Person p -> p.party().label();
            case Doer.Team t -> t.name();
            case Doer.Nobody n -> "";
        };
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
