package dev.followthrough.standalone.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Link;

import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The published JSON of a scan; scorers depend on it, so a field is never renamed. */
public final class ScanJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Scan scan;

    /** What a person dismissed is no commitment any more. */
    private final List<Commitment> commitments;

    private ScanJson(Scan scan) {
        this.scan = scan;
        this.commitments =
                scan.ledger().commitments().stream()
                        .filter(commitment -> commitment.state() != CommitmentState.DISMISSED)
                        .toList();
    }

    public static String of(Scan scan) {
        try {
            return JSON.writeValueAsString(new ScanJson(scan).root());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode root() {
        ObjectNode root = JSON.createObjectNode();
        root.put("as_of", Fields.at(scan.asOf(), ZoneOffset.UTC));
        ArrayNode list = root.putArray("commitments");
        commitments.forEach(commitment -> list.add(commitment(commitment)));
        ArrayNode scope = root.putArray("scope");
        scan.ledger().scope().forEach(statement -> scope.add(scope(statement)));
        ArrayNode context = root.putArray("context");
        scan.ledger().context().forEach(note -> context.add(context(note)));
        escalations(root.putArray("escalations"));
        return root;
    }

    private static ObjectNode commitment(Commitment commitment) {
        Due due = commitment.due();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", commitment.id().value());
        node.put("title", commitment.title());
        node.put("side", Fields.lower(commitment.side()));
        node.put("promisor", Fields.promisor(commitment));
        node.put("owner", Fields.owner(commitment));
        node.put("due", Fields.due(due));
        node.put("grain", Fields.grain(due));
        node.put("anchor", due == null ? null : due.anchor());
        node.put("modality", Fields.lower(commitment.modality()));
        node.put("condition", commitment.condition());
        node.put("status", Fields.lower(commitment.state()));
        ArrayNode dues = node.putArray("dues");
        commitment.earlierDues().stream()
                .filter(earlier -> earlier.at() != null)
                .forEach(earlier -> dues.add(Fields.due(earlier)));
        node.put("confidence", commitment.confidence());
        ArrayNode evidence = node.putArray("evidence");
        commitment.evidence().forEach(link -> evidence.add(evidence(link)));
        return node;
    }

    private static ObjectNode evidence(Link link) {
        return JSON.createObjectNode()
                .put("ref", link.evidence().ref())
                .put("quote", link.evidence().quote())
                .put("role", Fields.lower(link.role()));
    }

    private static ObjectNode scope(Candidate.ScopeStatement statement) {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("polarity", Fields.lower(statement.polarity()))
                        .put("item", statement.item());
        if (statement.limit() != null) {
            node.set("limit", Json.tree(statement.limit()));
        }
        return node.put("ref", statement.evidence().ref())
                .put("quote", statement.evidence().quote());
    }

    private static ObjectNode context(Candidate.ContextNote note) {
        return JSON.createObjectNode()
                .put("category", Fields.lower(note.category()))
                .put("ref", note.evidence().ref())
                .put("quote", note.evidence().quote());
    }

    private void escalations(ArrayNode list) {
        Map<CommitmentId, Integer> index = new HashMap<>();
        commitments.forEach(commitment -> index.put(commitment.id(), index.size()));
        for (Escalation escalation : scan.escalations()) {
            CommitmentId about = escalation.subject().commitment();
            ObjectNode node = list.addObject();
            node.put("rule", escalation.reason().name());
            node.put("commitment", about == null ? null : index.get(about));
            node.put(
                    "deal",
                    escalation.subject().deal() == null
                            ? null
                            : escalation.subject().deal().value());
        }
    }
}
