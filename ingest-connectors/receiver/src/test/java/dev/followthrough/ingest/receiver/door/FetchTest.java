package dev.followthrough.ingest.receiver.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.receiver.StubApi;
import dev.followthrough.ingest.receiver.door.Fetch.Fetched;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

class FetchTest {
    private final StubApi source = new StubApi().says("it", "{}");
    private final Fetch fetch = new Fetch(Duration.ofMillis(500), 100);

    @AfterEach
    void close() {
        fetch.close();
        source.close();
    }

    private Fetched get() {
        return fetch.get(URI.create(source.url() + "it"), "token");
    }

    @Test
    void aBodyIsReadToItsEnd() {
        assertThat(get().text()).isEqualTo("{}");
        assertThat(get().isOk()).isTrue();
    }

    @Test
    @Timeout(20)
    void aBodyThatStallsBehindItsHeadersIsNoAnswer() {
        // Given
        source.stalls("it");

        // When
        Fetched got = get();

        // Then
        assertThat(got.status()).isZero();
        assertThat(got.isOk()).isFalse();
        assertThat(got.body()).as("half a body is none").isEmpty();
    }

    @Test
    @Timeout(20)
    void aPostThatStallsIsNoAnswerEither() {
        // Given
        source.stalls("it");

        // When
        Fetched got =
                fetch.post(
                        URI.create(source.url() + "it"),
                        "token",
                        "{}".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(got.status()).isZero();
    }

    @Test
    void aBodyLongerThanAllowedIsCut() {
        // Given
        source.says("it", "x".repeat(101));

        // When
        Fetched got = get();

        // Then
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.cut()).isTrue();
        assertThat(got.isOk()).isFalse();
    }

    @Test
    void onceClosedThereIsNoAnswer() {
        // When
        fetch.close();

        // Then
        assertThat(get().status()).isZero();
    }
}
