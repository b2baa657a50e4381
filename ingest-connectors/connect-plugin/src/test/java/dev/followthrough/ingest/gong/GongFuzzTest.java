package dev.followthrough.ingest.gong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whatever Gong shows, it is turns and refusals, each turn once. */
class GongFuzzTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Names that are read, so that any JSON often has them. */
    private static final List<String> NAMES =
            List.of(
                    "metaData",
                    "id",
                    "started",
                    "scheduled",
                    "parties",
                    "speakerId",
                    "name",
                    "emailAddress",
                    "affiliation",
                    "sentences",
                    "start",
                    "end",
                    "text");

    @Property(tries = 1000)
    void anyJsonIsTurnsAndRefusals(@ForAll("json") JsonNode call, @ForAll("json") JsonNode words) {
        check(GongTranscripts.of(new GongCall(call), words));
        check(GongTranscripts.of(new GongCall(good(call)), words));
    }

    /** A call that is read, whatever its parties are. */
    private static JsonNode good(JsonNode parties) {
        var call = NODES.objectNode();
        call.putObject("metaData").put("id", "1").put("started", "2026-01-22T14:00:00Z");
        call.set("parties", parties);
        return call;
    }

    private static void check(List<Mapped> mapped) {
        Set<String> ids = new HashSet<>();
        for (Mapped one : mapped) {
            if (one instanceof Mapped.Said said) {
                Signal turn = said.signal();
                assertThat(turn.text()).isNotBlank();
                assertThat(turn.places()).extracting(Place::start).isSorted();
                assertThat(ids.add(turn.id().value())).isTrue();
                assertThat(Json.read(Json.bytes(turn), Signal.class)).isEqualTo(turn);
            }
        }
    }

    @Provide
    Arbitrary<JsonNode> json() {
        return node(4);
    }

    private static Arbitrary<JsonNode> node(int depth) {
        Arbitrary<JsonNode> leaf =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                        "s1",
                                        "",
                                        " ",
                                        "Ana",
                                        "internal",
                                        "2026-01-22T14:00:00Z",
                                        "+99999-01-01T00:00Z",
                                        "<v Ana>",
                                        "{",
                                        "\n",
                                        "12345678901234567890")
                                .map(NODES::textNode),
                        Arbitraries.of(0L, 1L, -1L, 1000L, 60_000L, Long.MAX_VALUE)
                                .map(NODES::numberNode),
                        Arbitraries.of(1e300, 0.5, Double.NaN).map(NODES::numberNode),
                        Arbitraries.of(true, false).map(NODES::booleanNode),
                        Arbitraries.create(NODES::nullNode));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> inner = node(depth - 1);
        Arbitrary<JsonNode> object =
                Arbitraries.maps(Arbitraries.of(NAMES), inner)
                        .ofMaxSize(6)
                        .map(fields -> NODES.objectNode().setAll(fields));
        Arbitrary<JsonNode> list =
                inner.list().ofMaxSize(4).map(nodes -> NODES.arrayNode().addAll(nodes));
        return Arbitraries.oneOf(leaf, object, list, list);
    }
}
