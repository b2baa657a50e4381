package dev.followthrough.ingest.pull;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.Mapped;

import org.apache.kafka.common.config.ConfigDef;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A source of feeds that a test gives. */
record FakeSource(List<Feed> feeds, List<Finding> findings) implements PullSource {
    /** A step. */
    interface Step {
        Page read(Checkpoint from) throws InterruptedException;
    }

    static Feed feed(String name, Step step) {
        return new Feed() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Page read(Checkpoint from) throws InterruptedException {
                return step.read(from);
            }
        };
    }

    static Item message(String feed, long number) {
        Signal signal =
                new Signal(
                        new SignalId("test:" + feed + "/" + number),
                        0,
                        false,
                        SignalKind.CHAT,
                        Source.SLACK,
                        new ConversationId("test:" + feed),
                        null,
                        Instant.ofEpochSecond(1_770_000_000 + number),
                        ZoneOffset.UTC,
                        new Party("test:U1", "Ada", null, Side.OURS),
                        List.of(),
                        null,
                        null,
                        "Message " + number,
                        null,
                        List.of(),
                        List.of(new Place(0, "test:" + feed)),
                        Facts.NONE);
        return new Item(
                Long.toString(number),
                Map.of("number", Long.toString(number)),
                new byte[0],
                List.of(new Mapped.Said(signal)));
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public ConfigDef config() {
        return PullConfig.define(1000);
    }

    @Override
    public Pull open(Map<String, String> settings, Tools tools) {
        return () -> feeds;
    }

    @Override
    public List<Finding> check(Map<String, String> settings, Tools tools) {
        return findings;
    }
}
