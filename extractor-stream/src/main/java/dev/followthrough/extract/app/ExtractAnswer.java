package dev.followthrough.extract.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Extraction;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Findings in the words of {@code extract}'s output. */
final class ExtractAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExtractAnswer() {}

    static ObjectNode of(String id, Signal signal, Extraction found) {
        ObjectNode line = JSON.createObjectNode().put("id", id);
        var candidates = line.putArray("candidates");
        found.candidates().forEach(c -> candidates.add(candidate(c, signal.text())));
        if (!found.contract().isEmpty()) {
            var contract = line.putArray("contract");
            found.contract().forEach(fact -> contract.add(fact(fact)));
        }
        var times = line.putArray("times");
        found.times().forEach(t -> times.add(time(t)));
        return line;
    }

    private static ObjectNode fact(ContractFact fact) {
        Evidence e = fact.evidence();
        ObjectNode json = JSON.createObjectNode();
        json.put("kind", lower(fact.kind()))
                .put("quote", e.quote())
                .put("start", e.start())
                .put("end", e.end());
        json.put("confidence", fact.confidence()).put("rule", e.rule());
        if (fact.value() != null) {
            json.set("value", Json.tree(fact.value()));
        }
        return json;
    }

    private static ObjectNode candidate(Candidate candidate, String text) {
        Evidence e = candidate.evidence();
        ObjectNode json = JSON.createObjectNode();
        json.put("type", type(candidate))
                .put("quote", e.quote())
                .put("start", e.start())
                .put("end", e.end());
        json.put("confidence", candidate.confidence()).put("rule", e.rule());
        switch (candidate) {
            case Candidate.Promise c ->
                    bound(
                            json,
                            c.promisor(),
                            c.action(),
                            c.modality(),
                            c.condition(),
                            c.due(),
                            e,
                            text);
            case Candidate.Acceptance c ->
                    bound(
                            json,
                            c.promisor(),
                            c.action(),
                            c.modality(),
                            c.condition(),
                            c.due(),
                            e,
                            text);
            case Candidate.Request c -> {
                json.put("action", c.action());
                due(json, c.due(), e, text);
            }
            case Candidate.Rescheduling c -> due(json, c.due(), e, text);
            case Candidate.Reassignment c -> {
                doer(json, c.to());
                due(json, c.due(), e, text);
            }
            case Candidate.Milestone c -> {
                json.put("item", c.event());
                due(json, c.due(), e, text);
            }
            case Candidate.ScopeStatement c -> {
                json.put("polarity", lower(c.polarity())).put("item", c.item());
                if (c.limit() != null) {
                    json.set("limit", Json.tree(c.limit()));
                }
            }
            case Candidate.ContextNote c -> json.put("category", lower(c.category()));
            case Candidate.Fulfilment c -> doer(json, c.doer());
            case Candidate.Withdrawal c -> doer(json, c.doer());
            case Candidate.Unknown c -> json.put("item", c.type());
        }
        return json;
    }

    private static void bound(
            ObjectNode json,
            Doer doer,
            String action,
            Modality modality,
            @Nullable String condition,
            @Nullable Due due,
            Evidence e,
            String text) {
        doer(json, doer);
        json.put("action", action).put("modality", lower(modality));
        if (condition != null) {
            json.put("condition", condition);
        }
        due(json, due, e, text);
    }

    private static void doer(ObjectNode json, Doer doer) {
        switch (doer) {
            case Doer.Person p ->
                    json.put(
                            "promisor",
                            p.party().email() != null ? p.party().email() : p.party().label());
            case Doer.Team t -> json.put("promisor", t.name());
            case Doer.Nobody n -> json.putNull("promisor");
        }
    }

    private static void due(ObjectNode json, @Nullable Due due, Evidence e, String text) {
        if (due == null) {
            return;
        }
        ObjectNode node = json.putObject("due").put("text", due.text());
        int start =
                due.implied() || due.text().isEmpty() ? -1 : text.indexOf(due.text(), e.start());
        if (start >= 0) {
            node.put("start", start).put("end", start + due.text().length());
        }
        node.put("at", at(due.at(), due.zone()))
                .put("grain", lower(due.grain()))
                .put("zone", due.zone().getId())
                .put("anchor", due.anchor());
    }

    private static ObjectNode time(TimeExpression time) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("text", time.text())
                        .put("start", time.start())
                        .put("end", time.end());
        json.put("at", at(time.at(), time.zone()));
        if (time.from() != null) {
            json.put("from", at(time.from(), time.zone()));
        }
        json.put("grain", lower(time.grain()));
        if (time.anchor() != null) {
            json.put("anchor", time.anchor());
        }
        if (time.recurrence() != null) {
            json.put("recurrence", time.recurrence());
        }
        return json.put("deadline", time.deadline());
    }

    private static @Nullable String at(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }

    static String type(Candidate candidate) {
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
            case Candidate.Unknown c -> c.type();
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
