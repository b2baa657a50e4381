package dev.followthrough.ingest.receiver.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.ingest.receiver.door.JsonBody;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * People of an item. Whoever is declared by the same id, address or name is the same party, be it
 * as author, in the audience or as assignee. Pure; what names nobody is left out.
 */
final class EventPeople {
    /** In larger audiences nobody in particular is spoken to. */
    private static final int MOST = 50;

    private static final int MAX_TEXT = 320;

    private final EventFields fields;
    private final UnaryOperator<String> own;

    /**
     * @param own makes an id of this source
     */
    EventPeople(EventFields fields, UnaryOperator<String> own) {
        this.fields = fields;
        this.own = own;
    }

    Party author(JsonNode item) {
        EventFields.Author declared = fields.author();
        Party known =
                party(
                        text(item, declared.id()),
                        text(item, declared.name()),
                        text(item, declared.email()));
        Party author =
                known == null ? new Party(own.apply("unknown"), null, null, Side.UNKNOWN) : known;
        JsonNode ours =
                declared.ours() == null ? MissingNode.getInstance() : item.at(declared.ours());
        return author.on(
                ours.isMissingNode() || ours.isNull()
                        ? declared.side()
                        : EventMapper.isTrue(ours) ? Side.OURS : Side.CUSTOMER);
    }

    List<Party> audience(JsonNode item) {
        JsonPointer declared = fields.audience();
        List<Party> audience = new ArrayList<>();
        for (JsonNode one : EventMapper.list(declared, item, MOST)) {
            Party party = person(one);
            if (party != null && !audience.contains(party)) {
                audience.add(party);
            }
        }
        return audience;
    }

    @Nullable Party assignee(JsonNode item) {
        JsonPointer declared = fields.task().assignee();
        List<JsonNode> named = EventMapper.list(declared, item, 1);
        return named.isEmpty() ? null : person(named.get(0));
    }

    /** An address, a name (with a space) or an id; or an object with some of them. */
    private @Nullable Party person(JsonNode node) {
        if (node.isObject()) {
            return party(
                    bounded(node.path("id")),
                    bounded(node.path("name")),
                    bounded(node.path("email")));
        }
        String text = bounded(node);
        if (text == null) {
            return null;
        }
        return text.indexOf('@') > 0
                ? party(null, null, text)
                : text.indexOf(' ') > 0 ? party(null, text, null) : party(text, null, null);
    }

    private static @Nullable String bounded(JsonNode node) {
        String text = JsonBody.text(node);
        return text == null || text.length() > MAX_TEXT ? null : text;
    }

    private @Nullable Party party(
            @Nullable String id, @Nullable String name, @Nullable String email) {
        String known = id != null ? id : email != null ? email : name;
        return known == null ? null : new Party(own.apply(known), name, email, Side.UNKNOWN);
    }

    private static @Nullable String text(JsonNode item, @Nullable JsonPointer pointer) {
        return EventMapper.text(item, pointer);
    }
}
