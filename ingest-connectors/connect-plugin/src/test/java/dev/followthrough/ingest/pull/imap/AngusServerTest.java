package dev.followthrough.ingest.pull.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import dev.followthrough.ingest.pull.PullException;

import jakarta.mail.Flags;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class AngusServerTest {
    private final GreenMailbox mailbox = new GreenMailbox();

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void headsAndBodiesAreThoseThatWereDelivered() throws IOException {
        // Given
        mailbox.deliver(1);
        mailbox.deliver(2);
        try (AngusServer server = mailbox.connect()) {
            FolderState state = server.examine("INBOX");

            // When
            List<MailHead> heads = server.heads(1, state.uidNext() - 1);
            byte[] second = server.bodies(List.of(heads.get(1).uid())).get(heads.get(1).uid());

            // Then
            assertThat(heads).hasSize(2);
            assertThat(heads.get(0).received()).isEqualTo(Instant.parse("2026-02-03T09:00:01Z"));
            assertThat(new String(second, StandardCharsets.US_ASCII))
                    .isEqualTo(GreenMailbox.mail(2));
        }
    }

    @Test
    void readingMarksNothingAsSeen() throws IOException {
        // Given
        mailbox.deliver(1);
        try (AngusServer server = mailbox.connect()) {
            server.examine("INBOX");

            // When
            server.bodies(List.of(1L));

            // Then
            assertThat(mailbox.unseen("INBOX")).isEqualTo(1);
        }
    }

    @Test
    void aRangeAboveTheLastMessageIsEmpty() throws IOException {
        // Given
        mailbox.deliver(1);
        try (AngusServer server = mailbox.connect()) {
            FolderState state = server.examine("INBOX");

            // When
            List<MailHead> heads = server.heads(state.uidNext(), state.uidNext() + 10);

            // Then
            assertThat(heads).isEmpty();
        }
    }

    @Test
    void draftsAreMarked() throws IOException {
        // Given
        mailbox.append("INBOX", GreenMailbox.mail(1), Flags.Flag.DRAFT);
        try (AngusServer server = mailbox.connect()) {
            server.examine("INBOX");

            // When
            List<MailHead> heads = server.heads(1, 10);

            // Then
            assertThat(heads).singleElement().matches(MailHead::draft);
        }
    }

    @Test
    void theBeginningOfAMessageHasAtMostSoManyBytes() throws IOException {
        // Given
        mailbox.deliver(1);
        try (AngusServer server = mailbox.connect()) {
            server.examine("INBOX");

            // When
            byte[] beginning = server.beginning(1, 20).get(1L);

            // Then
            assertThat(new String(beginning, StandardCharsets.US_ASCII))
                    .isEqualTo(GreenMailbox.mail(1).substring(0, 20));
        }
    }

    @Test
    void aMessageThatIsGoneIsMissing() throws IOException {
        // Given
        mailbox.deliver(1);
        try (AngusServer server = mailbox.connect()) {
            server.examine("INBOX");

            // Then
            assertThat(server.bodies(List.of(99L))).isEmpty();
        }
    }

    @Test
    void foldersAreListedByTheirDecodedNames() throws IOException {
        // Given
        mailbox.create("Entwürfe");
        try (AngusServer server = mailbox.connect()) {

            // When
            List<FolderName> folders = server.folders();

            // Then
            assertThat(folders).extracting(FolderName::name).contains("INBOX", "Entwürfe");
        }
    }

    @Test
    void aFolderThatIsGoneIsForAPersonToMend() throws IOException {
        // Given
        try (AngusServer server = mailbox.connect()) {

            // Then
            assertThatThrownBy(() -> server.examine("Customers"))
                    .isInstanceOf(PullException.class)
                    .hasMessageContaining("Customers")
                    .hasMessageContaining("folders");
        }
    }

    @Test
    void aWrongPasswordIsForAPersonToMendAndIsNotRepeated() {
        assertThatThrownBy(
                        () ->
                                ImapLogin.connect(
                                        mailbox.account("wrong staple"), Duration.ofSeconds(5)))
                .isInstanceOf(PullException.class)
                .hasMessageContaining(GreenMailbox.USER)
                .hasMessageContaining("password")
                .hasMessageNotContaining("wrong staple");
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() {
        // Given
        ImapAccount account = mailbox.account();
        mailbox.close();

        // Then
        assertThatThrownBy(() -> ImapLogin.connect(account, Duration.ofSeconds(5)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void startTlsIsNotLeftOutWhereTheServerDoesNotOfferIt() {
        // Given
        ImapAccount plain = mailbox.account();
        ImapAccount account =
                new ImapAccount(
                        plain.host(),
                        plain.port(),
                        ImapAccount.Security.STARTTLS,
                        plain.user(),
                        plain.login(),
                        plain.timeout());

        // Then
        assertThatThrownBy(() -> ImapLogin.connect(account, Duration.ofSeconds(5)))
                .isInstanceOf(PullException.class)
                .hasMessageContaining("STARTTLS");
    }

    @Test
    void aPortWithoutTlsIsForAPersonToMend() {
        // Given
        ImapAccount plain = mailbox.account();
        ImapAccount account =
                new ImapAccount(
                        plain.host(),
                        plain.port(),
                        ImapAccount.Security.TLS,
                        plain.user(),
                        plain.login(),
                        plain.timeout());

        // Then
        assertThatThrownBy(() -> ImapLogin.connect(account, Duration.ofSeconds(5)))
                .isInstanceOf(PullException.class)
                .hasMessageContaining("security=starttls");
    }

    @Test
    void aCertificateThatNobodyTrustsIsForAPersonToMend() {
        // Given
        GreenMail secure =
                new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        secure.start();
        ImapAccount plain = mailbox.account();
        ImapAccount account =
                new ImapAccount(
                        "127.0.0.1",
                        secure.getImaps().getPort(),
                        ImapAccount.Security.TLS,
                        plain.user(),
                        plain.login(),
                        plain.timeout());

        // Then
        assertThatThrownBy(() -> ImapLogin.connect(account, Duration.ofSeconds(5)))
                .isInstanceOf(PullException.class)
                .hasMessageContaining("not trusted");
        secure.stop();
    }

    @Test
    void aConnectionIsClosedAlthoughAnotherThreadWaitsOnIt() throws Exception {
        // Given
        AngusServer server = mailbox.connect();
        server.examine("INBOX");
        CompletableFuture<Boolean> ended =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                server.idle();
                                return false;
                            } catch (IOException e) {
                                return true;
                            }
                        });
        await().atMost(Duration.ofSeconds(5)).until(mailbox::isIdling);

        // When
        server.close();

        // Then
        assertThat(ended.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void newMailEndsTheWait() throws Exception {
        // Given
        try (AngusServer server = mailbox.connect()) {
            server.examine("INBOX");
            CompletableFuture<Void> wait = waiting(server);

            // When
            mailbox.deliver(1);

            // Then
            wait.get(10, TimeUnit.SECONDS);
            assertThat(server.examine("INBOX").messages()).isEqualTo(1);
        }
    }

    @Test
    void theWaitCanBeEndedFromOutsideAndTheConnectionUsedOn() throws Exception {
        // Given
        try (AngusServer server = mailbox.connect()) {
            server.examine("INBOX");
            CompletableFuture<Void> wait = waiting(server);

            // When
            server.wake();

            // Then
            wait.get(10, TimeUnit.SECONDS);
            assertThat(server.examine("INBOX").messages()).isZero();
        }
    }

    private CompletableFuture<Void> waiting(AngusServer server) {
        CompletableFuture<Void> wait =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                server.idle();
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        });
        await().atMost(Duration.ofSeconds(5)).until(mailbox::isIdling);
        return wait;
    }
}
