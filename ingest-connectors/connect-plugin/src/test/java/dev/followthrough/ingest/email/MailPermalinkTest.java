package dev.followthrough.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

class MailPermalinkTest {
    private static Signal mail(String named) {
        String mail =
                "From: bo@acme.example\r\nDate: Tue, 3 Feb 2026 11:00:00 +0100\r\n"
                        + named
                        + "\r\nWe start.\r\n";
        MailReading read = new MailReader().read(mail.getBytes(StandardCharsets.UTF_8), null);
        return ((MailReading.Read) read).signals().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1@acme.example, 1%40acme.example",
        "a+b/c=$d&e#f?g%h@acme.example, a%2Bb%2Fc%3D%24d%26e%23f%3Fg%25h%40acme.example",
        "Jürgen@acme.example, J%C3%BCrgen%40acme.example"
    })
    void aMailIsFoundByItsMessageIdHoweverItIsWritten(String id, String encoded) {
        // When
        Optional<String> link =
                MailPermalink.of(MailPermalink.GMAIL, mail("Message-ID: <" + id + ">\r\n"));

        // Then
        assertThat(link).contains("https://mail.google.com/mail/#search/rfc822msgid%3A" + encoded);
    }

    @Test
    void aMailWithoutMessageIdCannotBeFound() {
        assertThat(MailPermalink.of(MailPermalink.GMAIL, mail(""))).isEmpty();
    }

    @Test
    void withoutATemplateThereIsNone() {
        assertThat(MailPermalink.of("", mail("Message-ID: <1@acme.example>\r\n"))).isEmpty();
    }
}
