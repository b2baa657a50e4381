package dev.followthrough.commitments.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.commitments.domain.Kept;
import dev.followthrough.commitments.domain.Table;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Link;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.contracts.model.Role;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Response;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A handoff as delivery reads it: the record by sections, with the open commitments it names in
 * full. Every entry carries its evidence.
 */
final class HandoffAnswer {
    private static final Set<Polarity> SCOPE =
            EnumSet.of(Polarity.IN, Polarity.OUT, Polarity.UNSCOPED, Polarity.ACCEPTANCE_CRITERION);
    private static final Set<Polarity> DEPENDENCIES =
            EnumSet.of(Polarity.DEPENDENCY, Polarity.INTEGRATION);
    private static final Set<Polarity> CONSTRAINTS = EnumSet.of(Polarity.LIMIT);

    private final ObjectNode body;
    private final Handoff handoff;
    private final List<Commitment> open;

    private HandoffAnswer(Handoff handoff, List<Commitment> open) {
        this.body = (ObjectNode) Json.tree(handoff);
        this.handoff = handoff;
        this.open = open;
    }

    static Response of(Tables tables, AccountId account, DealId deal) {
        Handoff handoff = tables.get(Table.HANDOFFS, Keys.handoff(account, deal).toString());
        if (handoff == null) {
            throw Problem.notFound(
                    "no handoff of deal '" + deal + "' with account '" + account + "'");
        }
        List<Commitment> open =
                handoff.commitments().stream()
                        .map(id -> tables.get(Table.COMMITMENTS, id.value()))
                        .filter(Objects::nonNull)
                        .map(Kept::commitment)
                        .toList();
        return new HandoffAnswer(handoff, open).response();
    }

    private Response response() {
        body.remove("commitments");
        statements("scope", SCOPE);
        resources();
        commitments("deliverables", Side.OURS, Side.UNKNOWN);
        commitments("client_commitments", Side.CUSTOMER);
        statements("dependencies", DEPENDENCIES);
        statements("constraints", CONSTRAINTS);
        return Response.json(200, body.toString());
    }

    private void statements(String section, Set<Polarity> polarities) {
        ArrayNode list = body.putArray(section);
        for (Candidate.ScopeStatement each : handoff.scope()) {
            if (polarities.contains(each.polarity())) {
                list.add(Json.tree(each));
            }
        }
    }

    private void commitments(String section, Side... sides) {
        ArrayNode list = body.putArray(section);
        Set<Side> wanted = Set.of(sides);
        open.stream().filter(c -> wanted.contains(c.side())).forEach(c -> list.add(Json.tree(c)));
    }

    /** Who of ours has what is open: people and teams as they were named, never a guess. */
    private void resources() {
        TreeMap<String, ObjectNode> byName = new TreeMap<>();
        open.stream().filter(each -> each.side() == Side.OURS).forEach(c -> resource(c, byName));
        ArrayNode list = body.putArray("resources");
        byName.values().forEach(list::add);
    }

    private static void resource(Commitment commitment, Map<String, ObjectNode> byName) {
        ObjectNode who = who(commitment);
        if (who != null) {
            ObjectNode entry = byName.computeIfAbsent(who.toString(), name -> entry(who));
            entry.withArray("commitments").add(commitment.id().value());
            entry.withArray("evidence").add(Json.tree(evidence(commitment)));
        }
    }

    private static ObjectNode entry(ObjectNode who) {
        ObjectNode entry = who.deepCopy();
        entry.putArray("commitments");
        entry.putArray("evidence");
        return entry;
    }

    private static @Nullable ObjectNode who(Commitment commitment) {
        ObjectNode who = JsonNodeFactory.instance.objectNode();
        return switch (commitment.owner()) {
            case Owner.Stated stated -> who.set("person", Json.tree(stated.party()));
            case Owner.Assigned assigned -> who.set("person", Json.tree(assigned.party()));
            case Owner.None none ->
                    commitment.promisor() instanceof Doer.Team team
                            ? who.put("team", team.name())
                            : null;
        };
    }

    /** The words that say who has it: the last handing over, else the making. */
    private static Evidence evidence(Commitment commitment) {
        Evidence found = commitment.evidence().get(0).evidence();
        for (Link link : commitment.evidence()) {
            if (link.role() == Role.REASSIGNED || link.role() == Role.ACCEPTED) {
                found = link.evidence();
            }
        }
        return found;
    }
}
