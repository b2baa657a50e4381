package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

class PubSubFailureTest {
    private static PubSubFailure with(String error) {
        Metadata trailers = new Metadata();
        trailers.put(Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER), error);
        return PubSubFailure.of(
                Status.INVALID_ARGUMENT.withDescription("of Acme").asRuntimeException(trailers));
    }

    @Test
    void saysSalesforcesOwnCodeAndNoTextOfTheServer() {
        assertThat(with("sfdc.platform.eventbus.grpc.topic.notfound").reason())
                .isEqualTo("INVALID_ARGUMENT, sfdc.platform.eventbus.grpc.topic.notfound");
        assertThat(with("token 00D!AQ of Acme").reason()).isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void saysTheKindOfWhatWasBeneath() {
        // When
        PubSubFailure failure =
                PubSubFailure.of(
                        Status.UNAVAILABLE
                                .withCause(new ExecutionException(new IOException("of Acme")))
                                .asRuntimeException());

        // Then
        assertThat(failure.reason()).isEqualTo("UNAVAILABLE, IOException");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, true",
        "PERMISSION_DENIED, true",
        "INVALID_ARGUMENT, true",
        "UNAUTHENTICATED, false",
        "UNAVAILABLE, false",
        "UNIMPLEMENTED, false",
        "RESOURCE_EXHAUSTED, false"
    })
    void onlyWhatAPersonMustMendIsNotTriedAgain(Status.Code code, boolean denied) {
        assertThat(PubSubFailure.of(code.toStatus().asRuntimeException()).isDenied())
                .isEqualTo(denied);
    }
}
