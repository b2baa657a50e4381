package dev.followthrough.standalone.lines;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.extract.Extraction;
import dev.followthrough.extract.time.TimeExpression;
import dev.followthrough.standalone.scan.Fields;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes what was found as one line of the published JSON; absent fields are left out. */
final class LineWriter {
    private static final JsonMapper JSON = new JsonMapper();

    private LineWriter() {}

    static String write(Line line, Extraction extraction) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", line.id());
        ArrayNode candidates = node.putArray("candidates");
        extraction
                .candidates()
                .forEach(candidate -> candidates.add(candidate(candidate, extraction.times())));
        ArrayNode times = node.putArray("times");
        extraction.times().forEach(time -> times.add(time(time)));
        return node.toString();
    }

    /** What stands in the place of a line that could not be read. */
    static String error(String why, long number) {
        ObjectNode node = JSON.createObjectNode();
        node.putNull("id");
        return node.put("error", why).put("line", number).toString();
    }

    private static ObjectNode candidate(Candidate candidate, List<TimeExpression> times) {
        Evidence evidence = candidate.evidence();
        ObjectNode node = JSON.createObjectNode();
        node.put("type", type(candidate));
        node.put("quote", evidence.quote())
                .put("start", evidence.start())
                .put("end", evidence.end());
        node.put("confidence", candidate.confidence()).put("rule", evidence.rule());
        switch (candidate) {
            case Candidate.Promise c ->
                    bound(node, c.promisor(), c.side(), c.action(), c.modality(), c.condition());
            case Candidate.Acceptance c ->
                    bound(node, c.promisor(), c.side(), c.action(), c.modality(), c.condition());
            case Candidate.Request c -> doer(node, c.side()).put("action", c.action());
            case Candidate.Fulfilment c -> doer(node, c.side());
            case Candidate.Rescheduling c -> doer(node, c.side());
            case Candidate.Reassignment c -> put(doer(node, c.side()), "promisor", name(c.to()));
            case Candidate.Withdrawal c -> doer(node, c.side());
            case Candidate.Milestone c -> node.put("item", c.event());
            case Candidate.ScopeStatement c ->
                    node.put("polarity", Fields.lower(c.polarity())).put("item", c.item());
            case Candidate.ContextNote c -> node.put("category", Fields.lower(c.category()));
            case Candidate.Unknown c -> node.put("item", c.type());
        }
        due(candidate).ifPresent(due -> node.set("due", due(due, evidence, times)));
        return node;
    }

    private static String type(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Promise c -> "promise";
            case Candidate.Request c -> "request";
            case Candidate.Acceptance c -> "acceptance";
            case Candidate.Fulfilment c -> "fulfilment";
            case Candidate.Rescheduling c -> "rescheduling";
            case Candidate.Reassignment c -> "reassignment";
            case Candidate.Withdrawal c -> "withdrawal";
            case Candidate.Milestone c -> "milestone";
            case Candidate.ScopeStatement c -> "scope";
            case Candidate.ContextNote c -> "context";
            case Candidate.Unknown c -> "unknown";
        };
    }

    private static Optional<Due> due(Candidate candidate) {
        return Optional.ofNullable(
                switch (candidate) {
                    case Candidate.Promise c -> c.due();
                    case Candidate.Request c -> c.due();
                    case Candidate.Acceptance c -> c.due();
                    case Candidate.Rescheduling c -> c.due();
                    case Candidate.Reassignment c -> c.due();
                    case Candidate.Milestone c -> c.due();
                    case Candidate.Fulfilment c -> null;
                    case Candidate.Withdrawal c -> null;
                    case Candidate.ScopeStatement c -> null;
                    case Candidate.ContextNote c -> null;
                    case Candidate.Unknown c -> null;
                });
    }

    private static void bound(
            ObjectNode node,
            Doer promisor,
            Side side,
            String action,
            Modality modality,
            @Nullable String condition) {
        put(doer(node, side), "promisor", name(promisor));
        node.put("action", action).put("modality", Fields.lower(modality));
        put(node, "condition", condition);
    }

    private static ObjectNode doer(ObjectNode node, Side side) {
        return side == Side.UNKNOWN ? node : node.put("side", Fields.lower(side));
    }

    private static @Nullable String name(Doer doer) {
        return switch (doer) {
            case Doer.Person person ->
                    person.party().email() != null ? person.party().email() : person.party().name();
            case Doer.Team team -> team.name();
            case Doer.Nobody nobody -> null;
        };
    }

    /**
     * A due keeps its words; where they stand is where the nearest time of the same words does.
     * Implied dues stand nowhere.
     */
    private static ObjectNode due(Due due, Evidence evidence, List<TimeExpression> times) {
        ObjectNode node = JSON.createObjectNode();
        put(node, "text", due.text().isEmpty() ? null : due.text());
        times.stream()
                .filter(time -> !due.text().isEmpty() && time.text().equals(due.text()))
                .min(Comparator.comparingInt(time -> Math.abs(time.start() - evidence.start())))
                .ifPresent(time -> node.put("start", time.start()).put("end", time.end()));
        put(node, "at", Fields.due(due));
        node.put("grain", Fields.lower(due.grain())).put("zone", due.zone().getId());
        put(node, "anchor", due.anchor());
        return node;
    }

    private static ObjectNode time(TimeExpression time) {
        ObjectNode node = JSON.createObjectNode();
        node.put("text", time.text()).put("start", time.start()).put("end", time.end());
        node.put("at", time.at() == null ? null : Fields.at(time.at(), time.zone()));
        put(node, "from", time.from() == null ? null : Fields.at(time.from(), time.zone()));
        node.put("grain", Fields.lower(time.grain()));
        put(node, "anchor", time.anchor());
        put(node, "recurrence", time.recurrence());
        return node.put("deadline", time.deadline());
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
