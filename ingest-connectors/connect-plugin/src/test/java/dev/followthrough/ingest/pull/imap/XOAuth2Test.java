package dev.followthrough.ingest.pull.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.ingest.pull.PullException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

class XOAuth2Test {
    private static ImapAccount account(BearerServer mail, TokenServer tokens) {
        OAuthTokens.Grant grant =
                new OAuthTokens.Grant(tokens.url(), "app", "secret", "consent", "");
        return new ImapAccount(
                "127.0.0.1",
                mail.port(),
                ImapAccount.Security.NONE,
                "ana@ours.example",
                new ImapAccount.Bearer(
                        new OAuthTokens(grant, () -> Instant.EPOCH, Duration.ofSeconds(30))),
                Duration.ofSeconds(5));
    }

    @Test
    void aTokenLetsIn() throws IOException {
        try (BearerServer mail = new BearerServer("good");
                TokenServer tokens = new TokenServer().gives("good")) {
            // When
            AngusServer server = ImapLogin.connect(account(mail, tokens), Duration.ofSeconds(5));

            // Then
            assertThat(server.folders()).isEmpty();
            server.close();
        }
    }

    @Test
    void aTokenThatHasExpiredIsReplacedOnTheSameConnection() throws IOException {
        try (BearerServer mail = new BearerServer("good");
                TokenServer tokens = new TokenServer().gives("old").gives("good")) {
            // When
            AngusServer server = ImapLogin.connect(account(mail, tokens), Duration.ofSeconds(5));

            // Then
            assertThat(tokens.asked()).hasSize(2);
            server.close();
        }
    }

    @Test
    void tokensThatAreNotAcceptedAreForAPersonToMend() throws IOException {
        try (BearerServer mail = new BearerServer("good");
                TokenServer tokens = new TokenServer().gives("bad").gives("worse")) {
            // Then
            assertThatThrownBy(
                            () -> ImapLogin.connect(account(mail, tokens), Duration.ofSeconds(5)))
                    .isInstanceOf(PullException.Refused.class)
                    .hasMessageContaining("token is not accepted")
                    .hasMessageNotContaining("worse");
        }
    }
}
