package dev.followthrough.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the tests of this package share. */
final class Mails {
    static final String HEAD =
            """
            From: Ana Lima <ana@ours.example>
            To: Bo Ek <bo@acme.example>
            Date: Tue, 3 Feb 2026 10:00:00 +0100
            Message-ID: <1@ours.example>
            Subject: Redlines
            """;

    private Mails() {}

    static byte[] bytes(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(String mail, Charset charset) {
        return mail.replace("\n", "\r\n").getBytes(charset);
    }

    static List<Signal> read(byte[] mail) {
        MailReading reading = new MailReader().read(mail, null);
        assertThat(reading).isInstanceOf(MailReading.Read.class);
        return ((MailReading.Read) reading).signals();
    }

    static Signal one(String mail) {
        return read(bytes(mail)).get(0);
    }

    /** A mail with these further header lines and this body. */
    static Signal one(String headers, String body) {
        return one(HEAD + headers + "\n" + body);
    }
}
