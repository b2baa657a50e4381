package dev.followthrough.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class ForwardedMailsTest {
    private static List<Signal> forward(String to, String body) {
        return Mails.read(
                Mails.bytes(
                        "From: Cy Dee <cy@acme.example>\nTo: "
                                + to
                                + "\nDate: Wed, 4 Feb 2026 09:00:00 +0000\nMessage-ID: <9@acme.example>\nSubject: Fwd: rollout\n\n"
                                + body));
    }

    private static final String CHAIN =
            """
            Please see below.

            ---------- Forwarded message ---------
            From: Bo Ek <bo@acme.example>
            Date: Tue, Feb 3, 2026 at 10:00 AM
            Subject: rollout
            To: Cy Dee <cy@acme.example>

            I'll get legal to sign by Friday.

            Bo

            -----Original Message-----
            From: Dee, Cy
            Sent: Monday, February 2, 2026 4:00 PM
            To: Bo Ek <bo@acme.example>
            Subject: rollout

            Who signs?
            """;

    @Test
    void mailsThatExistNowhereElseAreReadFromTheForward() {
        // When
        List<Signal> signals = forward("ana@ours.example", CHAIN);

        // Then
        assertThat(signals)
                .extracting(Signal::text)
                .containsExactly(
                        "Please see below.",
                        "I'll get legal to sign by Friday.\n\nBo",
                        "Who signs?");
        assertThat(signals)
                .extracting(signal -> signal.author().label())
                .containsExactly("Cy Dee", "Bo Ek", "Cy Dee");
        assertThat(signals.get(1).saidAt()).isEqualTo(Instant.parse("2026-02-03T10:00:00Z"));
        assertThat(signals.get(2).author().email()).isEqualTo("cy@acme.example");
        assertThat(signals)
                .allSatisfy(s -> assertThat(s.refAt(0)).isEqualTo("mail:9@acme.example"));
    }

    @Test
    void aMailThatTheReceiversHaveThemselvesIsOnlyHistory() {
        // When
        List<Signal> signals =
                forward(
                        "ana@ours.example",
                        """
                        fyi

                        ---------- Forwarded message ---------
                        From: Ana Lima <ana@ours.example>
                        Date: Tue, Feb 3, 2026 at 10:00 AM
                        Subject: rollout
                        To: Cy Dee <cy@acme.example>

                        We'll send it Friday.
                        """);

        // Then
        assertThat(signals).extracting(Signal::text).containsExactly("fyi");
    }

    @Test
    void theSameInnerMailInTwoForwardsIsOneSignal() {
        // When
        Signal first = forward("ana@ours.example", CHAIN).get(1);
        Signal wrapped =
                forward("dana@ours.example", CHAIN.replace("legal to sign", "legal\nto sign"))
                        .get(1);

        // Then
        assertThat(wrapped.id()).isEqualTo(first.id());
        assertThat(wrapped.conversation()).isEqualTo(first.conversation());
    }

    @Test
    void aReplyIsNoForward() {
        // When
        List<Signal> signals =
                Mails.read(
                        Mails.bytes(
                                Mails.HEAD
                                        + "\nok\n\n-----Original Message-----\nFrom: Eve <eve@other.example>\nSent: Monday, February 2, 2026 4:00 PM\nTo: Bo <bo@acme.example>\nSubject: x\n\nWe'll pay.\n"));

        // Then
        assertThat(signals).extracting(Signal::text).containsExactly("ok");
    }
}
