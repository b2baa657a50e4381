package dev.followthrough.standalone.story;

import dev.followthrough.standalone.broker.EmbeddedBroker;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Objects;

/** On a KRaft broker in this JVM. */
class EmbeddedPipelineIT extends PipelineContract {
    @TempDir static @Nullable Path folder;
    private static @Nullable EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(Objects.requireNonNull(folder).resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    @Override
    String bootstrapServers() {
        return Objects.requireNonNull(broker).bootstrapServers();
    }
}
