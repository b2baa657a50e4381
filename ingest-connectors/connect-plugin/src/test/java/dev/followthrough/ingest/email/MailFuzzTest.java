package dev.followthrough.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Strangers write mail: whatever they send is a mail or a refusal, soon. */
class MailFuzzTest {
    private static final byte[] VALID =
            Mails.bytes(
                    Mails.HEAD
                            + """
                            Cc: =?utf-8?B?SsO8cmdlbg==?= <j@acme.example>, team: a@a.example, b@b.example;
                            Content-Type: multipart/mixed; boundary="b"

                            --b
                            Content-Type: multipart/alternative; boundary=c

                            --c
                            Content-Type: text/plain; charset=utf-8; format=flowed
                            Content-Transfer-Encoding: quoted-printable

                            We=E2=80=99ll send =
                            it.

                            On Tue, Feb 3, 2026 at 10:00 AM Bo Ek <bo@acme.example> wrote:
                            > old
                            --c
                            Content-Type: text/html

                            <p>We&rsquo;ll <blockquote>old</blockquote></p>
                            --c--
                            --b
                            Content-Type: message/rfc822
                            Content-Transfer-Encoding: base64

                            RnJvbTogYUBhLmV4YW1wbGUKCmhp
                            --b
                            Content-Type: application/pdf; name*0="a"; name*1*=utf-8''%C3%BC.pdf
                            Content-Disposition: attachment

                            x
                            --b--
                            """);
    private static final List<String> PIECES =
            List.of(
                    "From: Bo Ek <bo@acme.example>",
                    "Sent: Tuesday, February 3, 2026 10:00 AM",
                    "To: Ana Lima",
                    "Subject: x",
                    "> quoted",
                    ">> deeper",
                    "> wrote:",
                    "-----Original Message-----",
                    "---------- Forwarded message ----------",
                    "On Tue, Feb 3, 2026 at 10:00 AM Bo Ek <bo@acme.example> wrote:",
                    "Am 03.02.2026 um 10:00 schrieb Bo:",
                    "-- ",
                    "______",
                    "Sent from my iPhone",
                    "Ana Lima",
                    "This e-mail is confidential and intended only for the addressee.",
                    "We'll send it Friday.",
                    "<http://a.example/x",
                    ":",
                    "",
                    "",
                    "\u00A0");

    private static void check(byte[] mail) {
        MailReading reading = new MailReader().read(mail, Instant.EPOCH);
        if (reading instanceof MailReading.Read read) {
            assertThat(read.signals()).isNotEmpty();
        } else {
            assertThat(((MailReading.Rejected) reading).reason()).matches("[a-z-]+");
        }
    }

    @Property(tries = 300)
    void anyBytesAreAMailOrARefusal(@ForAll @Size(max = 600) byte[] bytes) {
        check(bytes);
    }

    @Property(tries = 300)
    void aMailThatBreaksOffAnywhereIsAMailOrARefusal(@ForAll @IntRange(max = 1200) int length) {
        check(Arrays.copyOf(VALID, Math.min(length, VALID.length)));
    }

    @Property(tries = 500)
    void aMailWithAnyBytesChangedIsAMailOrARefusal(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 1200) Integer> places,
            @ForAll byte with) {
        byte[] mail = VALID.clone();
        places.forEach(place -> mail[Math.min(place, mail.length - 1)] = with);
        check(mail);
    }

    @Property(tries = 300)
    void everyByteOfAMailboxLiesInOneEntry(@ForAll("mailboxes") String mbox) {
        byte[] bytes = mbox.getBytes(StandardCharsets.UTF_8);
        List<RawMail> mails = new ArrayList<>();
        MboxReader.read(new ByteArrayInputStream(bytes), 0, 200).forEachRemaining(mails::add);
        long at = 0;
        for (RawMail mail : mails) {
            assertThat(mail.start()).isEqualTo(at);
            assertThat(mail.end()).isGreaterThan(at);
            at = mail.end();
        }
        assertThat(at).isEqualTo(bytes.length);
    }

    @Provide
    Arbitrary<String> mailboxes() {
        return Arbitraries.of(
                        "From a@a.example Tue Feb  3 10:00:00 2026\n",
                        "From here\n",
                        ">From there\n",
                        "Subject: x\n",
                        "\n",
                        "\r\n",
                        "words words words words",
                        "\0")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 500)
    void ownWordsAreLinesOfTheBodyInTheirOrder(@ForAll("bodies") List<String> body) {
        List<Line> lines = PlainLines.of(String.join("\n", body));
        Cut cut = ReplyCutter.cut(lines, "Ana Lima");
        int from = 0;
        for (String own : cut.own().lines().filter(line -> !line.isBlank()).toList()) {
            while (!lines.get(from).text().stripTrailing().equals(own)) {
                from++;
            }
            from++;
        }
        assertThat(cut.zones()).hasSameSizeAs(lines);
    }

    @Property(tries = 300)
    void forwardsAreReadWhateverTheyHold(@ForAll("bodies") List<String> body) {
        List<Signal> signals =
                Mails.read(
                        Mails.bytes(
                                Mails.HEAD.replace("Redlines", "Fwd: x")
                                        + "\n"
                                        + String.join("\n", body)));
        assertThat(signals).hasSizeLessThanOrEqualTo(21);
        assertThat(signals)
                .allSatisfy(
                        signal ->
                                assertThat(signal.saidAt())
                                        .isBeforeOrEqualTo(signals.get(0).saidAt()));
    }

    @Provide
    Arbitrary<List<String>> bodies() {
        return Arbitraries.of(PIECES).list().ofMaxSize(30);
    }

    @Property(tries = 500)
    void aDateIsReadOrNot(@ForAll("dates") String text) {
        MailDate.parse(text);
        MailDate.local(text);
        assertThat(MailDate.hasDay(text)).isIn(true, false);
    }

    @Provide
    Arbitrary<String> dates() {
        return Arbitraries.of(
                        "Tue", ",", " ", "3", "31", "99", "Feb", "2026", "26", ":", "10:00",
                        "25:61", "+0100", "-9999", "PM", "de", ".", "-", "/", "févr", "(", "GMT")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }
}
