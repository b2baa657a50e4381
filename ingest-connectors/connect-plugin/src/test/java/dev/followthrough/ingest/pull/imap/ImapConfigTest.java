package dev.followthrough.ingest.pull.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.ingest.email.MailPermalink;
import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.PullException;

import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ImapConfigTest {
    private final GreenMailbox mailbox = new GreenMailbox();
    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            "host", "127.0.0.1",
                            "port", Integer.toString(mailbox.port()),
                            "security", "none",
                            "user", GreenMailbox.USER,
                            "password", GreenMailbox.PASSWORD,
                            "folders", "INBOX",
                            "topic.partitions", "4",
                            "request.timeout.ms", "5000"));

    @AfterEach
    void close() {
        mailbox.close();
    }

    private Map<String, List<String>> errors() {
        Config config = new ImapSourceConnector().validate(settings);
        Map<String, List<String>> errors = new HashMap<>();
        for (ConfigValue value : config.configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }

    @ParameterizedTest
    @CsvSource({
        "host,imaps://mail.example",
        "host,''",
        "port,0",
        "security,ssl",
        "user,''",
        "auth,ntlm",
        "folders,''",
        "oauth.token.url,http://login.example/token",
        "oauth.token.url,https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token",
        "oauth.client.secret,two words",
        "password,${file:/secrets:mail}",
        "batch.messages,0",
        "start.from,yesterday",
        "mail.permalink,http://mail.example/{message_id}",
        "mail.permalink,https://mail.example/",
        "mail.permalink,https://mail.example/{id}",
        "mail.permalink,https://mail.example/{message_id}/{user}",
        "mail.permalink,https://mail.example/<{message_id}>",
        "mail.permalink,https://{message_id}",
        "mail.permalink,{message_id}"
    })
    void aWrongValueIsRefusedUnderItsKey(String key, String value) {
        // Given
        settings.put(key, value);

        // Then
        assertThat(errors()).containsKey(key);
    }

    @Test
    void aPermalinkWithoutItsPlaceholderIsRefusedWithAnExample() {
        // Given
        settings.put("mail.permalink", "https://mail.google.com/mail/");

        // Then
        assertThat(errors())
                .hasEntrySatisfying(
                        "mail.permalink",
                        words ->
                                assertThat(words.get(0))
                                        .contains("{message_id}")
                                        .endsWith(": " + MailPermalink.GMAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mail.google.com/mail/#search/rfc822msgid%3A{message_id}",
                "https://mail.google.com/mail/u/ada@acme.example/#search/rfc822msgid%3A{message_id}",
                "https://mail.example:8443/?_mbox=INBOX&_id={message_id}"
            })
    void aPermalinkOfAnyWebMailWillDo(String template) {
        // Given
        settings.put("mail.permalink", template);

        // Then
        assertThat(errors()).isEmpty();
    }

    @Test
    void goodSettingsAreProvedByALogin() {
        assertThat(errors()).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefusedUnderItsKeyAndNotShown() {
        // Given
        settings.put("password", "wrong staple");

        // Then
        assertThat(errors()).containsOnlyKeys("password");
        assertThat(errors())
                .hasEntrySatisfying(
                        "password",
                        words ->
                                assertThat(words.get(0))
                                        .contains("password is wrong")
                                        .doesNotContain("staple"));
    }

    @Test
    void aFolderThatIsNotThereIsRefusedUnderItsKey() {
        // Given
        settings.put("folders", "INBOX,\\Sent");

        // Then
        assertThat(errors()).containsOnlyKeys("folders");
        assertThat(errors())
                .hasEntrySatisfying(
                        "folders", words -> assertThat(words.get(0)).contains("\\Sent", "INBOX"));
    }

    @Test
    void aServerThatIsDownIsNoReasonToRefuseSettings() {
        // Given
        mailbox.close();

        // Then
        assertThat(errors()).isEmpty();
    }

    @Test
    void aCheckNamesAServerThatIsDown() throws InterruptedException {
        // Given
        mailbox.close();

        // When
        List<Finding> findings = new ImapSourceConnector().check(settings);

        // Then
        assertThat(findings.get(findings.size() - 1).words())
                .startsWith("imap: 127.0.0.1 at port " + settings.get("port") + ": ")
                .contains("Connection refused")
                .doesNotContain("null");
    }

    @Test
    void aHostThatNobodyKnowsIsSaidToBeUnknown() {
        // Given
        settings.put("host", "mail.example");
        IOException wrapped = new IOException(null, new UnknownHostException("mail.example"));

        // When
        PullException failure = ImapFailure.unavailable(new ImapConfig(settings), wrapped);

        // Then
        assertThat(failure)
                .hasMessage(
                        "imap: mail.example at port "
                                + settings.get("port")
                                + ": there is no such host, or no name server knows it");
    }

    @Test
    void whatHasNoWordsIsNamedByItsKind() {
        // When
        PullException failure =
                ImapFailure.unavailable(new ImapConfig(settings), new EOFException());

        // Then
        assertThat(failure).hasMessageEndingWith(": EOFException");
    }

    @Test
    void whatAnAuthenticationNeedsIsNamedUnderItsKey() {
        // Given
        settings.put("auth", "xoauth2");

        // Then
        assertThat(errors())
                .containsOnlyKeys("oauth.token.url", "oauth.client.id", "oauth.client.secret");
    }

    @Test
    void aTaskRefusesSettingsWithoutAPassword() {
        // Given
        settings.remove("password");

        // Then
        assertThatThrownBy(() -> new ImapConfig(settings).account(() -> Instant.EPOCH))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("password");
    }

    @Test
    void aCheckReadsOnePageAndTellsNoWords() throws InterruptedException {
        // Given
        mailbox.deliver(1);

        // When
        List<Finding> findings = new ImapSourceConnector().check(settings);

        // Then
        assertThat(findings).extracting(Finding::verdict).containsOnly(Finding.Verdict.FINE);
        assertThat(findings)
                .extracting(Finding::words)
                .anyMatch(words -> words.contains("folder INBOX holds 1 messages"))
                .anyMatch(words -> words.contains("1 signals"))
                .noneMatch(words -> words.contains("Friday"));
    }

    @Test
    void namedFoldersAreDividedAmongAtMostSoManyTasks() {
        // Given
        settings.put("folders", "INBOX,\\Sent");
        ImapSourceConnector connector = new ImapSourceConnector();
        connector.start(settings);

        // Then
        assertThat(connector.taskConfigs(10)).hasSize(2);
        assertThat(connector.exactlyOnceSupport(settings)).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }
}
