package dev.followthrough.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

class MailReaderTest {
    @Test
    void aMailIsSaidByItsSenderInTheirZone() {
        // When
        Signal mail =
                Mails.one(
                        "Cc: \"Dee, Cy\" <CY@acme.example>, bo@acme.example\nReferences: <0@acme.example> <00@acme.example>\nIn-Reply-To: <00@acme.example>\n",
                        "We'll send them Friday.\n");

        // Then
        assertThat(mail.id().value()).isEqualTo("mail:1@ours.example");
        assertThat(mail.conversation().value()).isEqualTo("mail:0@acme.example");
        assertThat(mail.replyTo()).hasToString("mail:00@acme.example");
        assertThat(mail.saidAt()).isEqualTo(Instant.parse("2026-02-03T09:00:00Z"));
        assertThat(mail.zone()).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(mail.author().name()).isEqualTo("Ana Lima");
        assertThat(mail.author().email()).isEqualTo("ana@ours.example");
        assertThat(mail.audience())
                .extracting(Party::email)
                .containsExactly("bo@acme.example", "cy@acme.example");
        assertThat(mail.text()).isEqualTo("We'll send them Friday.");
        assertThat(mail.refAt(3)).isEqualTo("mail:1@ours.example");
    }

    @Test
    void aMailThatAnswersNothingIsItsOwnConversation() {
        // When
        Signal mail = Mails.one("", "Hello.\n");

        // Then
        assertThat(mail.conversation().value()).isEqualTo("mail:1@ours.example");
        assertThat(mail.replyTo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, Grüße aus Malmö",
        "windows-1252, it’s fine – really",
        "utf-8, Olá São João ✓",
        "koi8-r, Спасибо",
        "shift_jis, ありがとう",
        "gb2312, 谢谢",
        "iso-2022-jp, ありがとう"
    })
    void bodiesAreReadInTheirCharset(String charset, String words) {
        // Given
        byte[] mail =
                Mails.bytes(
                        Mails.HEAD
                                + "Content-Type: text/plain; charset="
                                + charset
                                + "\nContent-Transfer-Encoding: 8bit\n\n"
                                + words
                                + "\n",
                        Charset.forName(charset));

        // When
        String text = Mails.read(mail).get(0).text();

        // Then
        assertThat(text).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-ascii", "x-unknown", "utf-8", "\"\""})
    void aWrongOrUnknownCharsetIsForgiven(String charset) {
        // Given
        String mail = Mails.HEAD + "Content-Type: text/plain; charset=" + charset + "\n\nGrüße\n";

        // When
        String utf8 = Mails.read(Mails.bytes(mail)).get(0).text();
        String western =
                Mails.read(Mails.bytes(mail, Charset.forName("windows-1252"))).get(0).text();

        // Then
        assertThat(utf8).isEqualTo("Grüße");
        assertThat(western).isEqualTo("Grüße");
    }

    @ParameterizedTest
    @CsvSource({
        "quoted-printable, 'We=E2=80=99ll send =\n it=20', We’ll send it",
        "base64, V2XigJlsbCBzZW5kIGl0, We’ll send it",
        "base64, 'V2XigJls!\nbCBzZW5kIGl0 ', We’ll send it",
        "8BIT, We’ll send it, We’ll send it",
        "x-odd, We’ll send it, We’ll send it"
    })
    void transferEncodingsAreUndone(String encoding, String body, String words) {
        // When
        Signal mail =
                Mails.one(
                        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
                                + encoding
                                + "\n",
                        body + "\n");

        // Then
        assertThat(mail.text().replaceAll("\\s+", " ")).isEqualTo(words);
    }

    @Test
    void encodedWordsInNamesAreDecoded() {
        // When
        Signal mail =
                Mails.one(
                        """
                        From: =?utf-8?B?SsO8cmdlbg==?= =?iso-8859-1?Q?M=FCller?= <jm@acme.example>
                        Date: Tue, 3 Feb 2026 10:00:00 +0100

                        Hi
                        """);

        // Then
        assertThat(mail.author().name()).isEqualTo("JürgenMüller");
        assertThat(mail.author().email()).isEqualTo("jm@acme.example");
    }

    @Test
    void ofTwoAlternativesThePlainOneIsRead() {
        // When
        Signal mail =
                Mails.one(
                        "Content-Type: multipart/alternative; boundary=b\n",
                        """
                        --b
                        Content-Type: text/plain

                        Plain words.
                        --b
                        Content-Type: text/html

                        <p>Rich <b>words</b>.</p>
                        --b--
                        """);

        // Then
        assertThat(mail.text()).isEqualTo("Plain words.");
    }

    @Test
    void aMailInHtmlOnlyIsReadAsItLooks() {
        // When
        Signal mail =
                Mails.one(
                        "Content-Type: text/html; charset=utf-8\n",
                        """
                        <html><head><style>p{color:red}</style><title>x</title></head><body>
                        <p class=MsoNormal>Hi&nbsp;Bo,<o:p></o:p></p><p class=MsoNormal>we&rsquo;ll have
                        it <b>by Friday</b>.</p><ul><li>one</li><li>two</li></ul><div style="display:none">tracking</div>
                        <blockquote type=cite>old words</blockquote></body></html>
                        """);

        // Then
        assertThat(mail.text()).isEqualTo("Hi Bo,\nwe’ll have it by Friday.\n\n- one\n- two");
        assertThat(mail.quoted()).isEqualTo("> old words");
    }

    @Test
    void attachmentsAndInvitationsAreNamedAndNotRead() {
        // When
        Signal mail =
                Mails.one(
                        "Content-Type: multipart/mixed; boundary=b\n",
                        """
                        --b
                        Content-Type: text/plain

                        See attached.
                        --b
                        Content-Type: text/plain; name="notes.txt"
                        Content-Disposition: attachment

                        We will pay double.
                        --b
                        Content-Type: application/pdf
                        Content-Disposition: attachment; filename*=utf-8''angebot%20f%C3%BCr.pdf

                        x
                        --b
                        Content-Type: text/calendar; method=REQUEST

                        BEGIN:VCALENDAR
                        END:VCALENDAR
                        --b--
                        """);

        // Then
        assertThat(mail.text()).isEqualTo("See attached.");
        assertThat(mail.facts().attachments())
                .containsExactly("notes.txt", "angebot für.pdf", "invitation.ics");
    }

    @Test
    void anAttachedMailIsAMailOfItsOwn() {
        // When
        var signals =
                Mails.read(
                        Mails.bytes(
                                Mails.HEAD
                                        + """
                                        Content-Type: multipart/mixed; boundary=b

                                        --b
                                        Content-Type: text/plain

                                        fyi
                                        --b
                                        Content-Type: message/rfc822

                                        From: cy@acme.example
                                        Date: Mon, 2 Feb 2026 10:00:00 +0000
                                        Message-ID: <2@acme.example>

                                        We accept.
                                        --b--
                                        """));

        // Then
        assertThat(signals)
                .extracting(signal -> signal.id().value() + " " + signal.text())
                .containsExactly("mail:1@ours.example fyi", "mail:2@acme.example We accept.");
    }

    @Test
    void flowedParagraphsAreJoined() {
        // When
        Signal mail =
                Mails.one(
                        "Content-Type: text/plain; format=flowed\n",
                        "We will send \nthe redlines \nby Friday.\n\nAna\n-- \nOurs Ltd\n");

        // Then
        assertThat(mail.text()).isEqualTo("We will send the redlines by Friday.\n\nAna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied\n",
                "Precedence: bulk\n",
                "X-Autoreply: yes\n",
                "Content-Type: multipart/report; boundary=b\n"
            })
    void whatAMachineWroteIsNobodysWords(String header) {
        // When
        Signal mail = Mails.one(header, "I will be back on Monday.\n");

        // Then
        assertThat(mail.text()).isEmpty();
    }

    @Test
    void withoutADateTheFirstServersTimeCounts() {
        // When
        Signal mail =
                Mails.one(
                        """
                        Received: from b by c; Tue, 3 Feb 2026 10:05:00 +0000
                        Received: from a by b; Tue, 3 Feb 2026 10:01:00 +0000
                        From: ana@ours.example

                        Hi
                        """);

        // Then
        assertThat(mail.saidAt()).isEqualTo(Instant.parse("2026-02-03T10:01:00Z"));
    }

    @Test
    void withoutAMessageIdTheContentIsTheId() {
        // Given
        String mail =
                "From: ana@ours.example\nDate: Tue, 3 Feb 2026 10:00:00 +0100\n\nWe'll do it.\n";

        // When
        Signal crlf = Mails.one(mail);
        Signal lf = Mails.read(mail.getBytes(StandardCharsets.UTF_8)).get(0);
        Signal other = Mails.one(mail.replace("do it", "do that"));

        // Then
        assertThat(crlf.id()).isEqualTo(lf.id());
        assertThat(crlf.id()).isNotEqualTo(other.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello world | not-mail",
                "'' | not-mail",
                "Subject: x | mail-without-date",
                "Date: Tue, 3 Feb 2026 10:00:00 +0100 | mail-without-author",
                "Date: soon~From: a@a.example | mail-without-date"
            })
    void whatIsNoMailIsRefusedWithAReason(String mail, String reason) {
        // When
        MailReading reading = new MailReader().read(Mails.bytes(mail.replace('~', '\n')), null);

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        MailReading.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }

    @Test
    void largeHostileOrDeepMailsAreBounded() {
        // Given
        String nested = "Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat(500);
        MailReader small = new MailReader(10_000);

        // When
        MailReading large = small.read(new byte[10_001], null);
        MailReading header =
                new MailReader()
                        .read(Mails.bytes("From: a@a.example\nX: " + "x".repeat(2_000_000)), null);
        MailReading parts =
                new MailReader()
                        .read(Mails.bytes(Mails.HEAD + "\n" + "--b\n".repeat(30_000)), null);
        MailReading deep = new MailReader().read(Mails.bytes(Mails.HEAD + nested), null);

        // Then
        assertThat(large).extracting("reason").isEqualTo("mail-too-large");
        assertThat(header).extracting("reason").isEqualTo("mail-header-too-large");
        assertThat(parts).extracting("reason").isEqualTo("mail-too-many-parts");
        assertThat(deep).isInstanceOf(MailReading.Read.class);
    }

    @Test
    void byteOrderMarksNulBytesAndSeparatorLinesBeforeTheHeaderAreForgiven() {
        // Given
        String mail = "\uFEFFFrom ana@ours.example Tue Feb  3 10:00:00 2026\n" + Mails.HEAD;

        // When
        Signal signal = Mails.one(mail + "\nWe'll\u0000 do it.\n");

        // Then
        assertThat(signal.text()).isEqualTo("We'll do it.");
    }

    @Test
    void aMailReadAgainInAnotherFormReplacesTheFirst() {
        // When
        MailReading reading =
                new MailReader().read(Mails.bytes(Mails.HEAD + "\nAll of it.\n"), null, 17);

        // Then
        assertThat(((MailReading.Read) reading).signals().get(0).revision()).isEqualTo(17);
    }

    @Test
    void base64OfABrokenPartIsReadAsFarAsItGoes() {
        // Given
        String words =
                Base64.getEncoder()
                        .encodeToString("We will send it.".getBytes(StandardCharsets.US_ASCII));

        // When
        Signal mail =
                Mails.one(
                        "Content-Transfer-Encoding: base64\n",
                        words.substring(0, words.length() - 3) + "\n");

        // Then
        assertThat(mail.text()).startsWith("We will send");
    }
}
