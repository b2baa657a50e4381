package dev.followthrough.ingest.pull.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Script;
import dev.followthrough.ingest.pull.Script.Told;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

class OAuthTokensTest {
    private final TokenServer server;
    private Instant now = Instant.parse("2026-02-03T09:00:00Z");

    OAuthTokensTest() throws IOException {
        server = new TokenServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private OAuthTokens tokens(@Nullable String refresh) {
        return tokens(server.url(), refresh, Duration.ofSeconds(30));
    }

    private OAuthTokens tokens(URI url, @Nullable String refresh, Duration timeout) {
        return new OAuthTokens(
                new OAuthTokens.Grant(url, "app", "s&cret", refresh, "mail.read"),
                () -> now,
                timeout);
    }

    @Test
    @Timeout(30)
    void anAnswerThatStallsIsNotWaitedForWithoutEnd() {
        try (Script script = Script.start(Told.stalling("{\"access_token\":\"one\"}"))) {
            OAuthTokens tokens = tokens(script.uri("/token"), null, Duration.ofMillis(300));

            // Then
            assertThatThrownBy(() -> tokens.token(false))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1: no whole answer came in time");
        }
    }

    @Test
    void aTokenIsUsedForHalfOfItsLifeThenTheNextIsAskedFor() throws IOException {
        // Given
        server.gives("one").gives("two");
        OAuthTokens tokens = tokens("consent");

        // When
        String first = tokens.token(false);
        now = now.plusSeconds(1_799);
        String same = tokens.token(false);
        now = now.plusSeconds(1);
        String next = tokens.token(false);

        // Then
        assertThat(first).isEqualTo("one");
        assertThat(same).isEqualTo("one");
        assertThat(next).isEqualTo("two");
    }

    @Test
    void aRefusedTokenIsReplacedAtOnce() throws IOException {
        // Given
        server.gives("one").gives("two");
        OAuthTokens tokens = tokens("consent");
        tokens.token(false);

        // When
        String fresh = tokens.token(true);

        // Then
        assertThat(fresh).isEqualTo("two");
    }

    @Test
    void aConsentIsRefreshedAndWithoutOneTheClientSpeaksForItself() throws IOException {
        // Given
        server.gives("one").gives("two");

        // When
        tokens("consent").token(false);
        tokens(null).token(false);

        // Then
        assertThat(server.asked())
                .containsExactly(
                        "grant_type=refresh_token&client_id=app&client_secret=s%26cret&refresh_token=consent&scope=mail.read",
                        "grant_type=client_credentials&client_id=app&client_secret=s%26cret&scope=mail.read");
    }

    @Test
    void aRevokedConsentIsForAPersonToMendAndNamesNoSecret() {
        // Given
        server.answers(
                400, "{\"error\":\"invalid_grant\",\"error_description\":\"Token was revoked.\"}");

        // Then
        assertThatThrownBy(() -> tokens("consent").token(false))
                .isInstanceOf(PullException.Refused.class)
                .hasMessageContaining("invalid_grant")
                .hasMessageContaining("revoked")
                .hasMessageNotContaining("s&cret")
                .hasMessageNotContaining("consent");
    }

    @Test
    void aWebPageInPlaceOfATokenIsToldWithTheAddressAndNotQuoted() {
        // Given
        server.answers(200, "<html>Please log in, dear guest</html>");

        // Then
        assertThatThrownBy(() -> tokens(null).token(false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("from " + server.url() + ": 200 no JSON: usually a proxy")
                .hasMessageContaining("oauth.token.url is wrong")
                .hasMessageNotContaining("dear guest");
    }

    @ParameterizedTest
    @CsvSource({"503,busy", "200,<html>", "200,{}", "200,[]", "429,{}", "200,{\"access_token\":"})
    void whatMayPassIsTriedAgain(int status, String body) {
        // Given
        server.answers(status, body);

        // Then
        assertThatThrownBy(() -> tokens(null).token(false)).isInstanceOf(IOException.class);
    }
}
