package dev.followthrough.benchmarks;

import dev.followthrough.ingest.email.MailReader;
import dev.followthrough.ingest.email.MailReading;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What it costs to make signals of a mail, beside parsing its MIME and decoding its texts with the
 * library alone. An operation is a mail.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class MailBenchmark {
    private static final int MAILS = 60;
    private static final int HISTORY = 12;

    private final List<byte[]> mails = mails();
    private final MailReader reader = new MailReader();

    /** Replies above some history, in turn plain, with HTML beside, and with an attachment. */
    private static List<byte[]> mails() {
        List<byte[]> mails = new ArrayList<>();
        for (int i = 0; i < MAILS; i++) {
            mails.add(mail(i).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return mails;
    }

    private static String mail(int number) {
        String words =
                "Hi Bo,\n\nthanks for the call. We will send you the security report "
                        + number
                        + " by Friday,\nand Eve is looking into the connector you asked about.\n\nBest,\nAna Lima\n\n--\n"
                        + "Ana Lima | Account Executive | ours.example\n+351 21 555 0100\n\n"
                        + history();
        String plain = "Content-Type: text/plain; charset=utf-8\n\n" + words;
        String html =
                "Content-Type: text/html; charset=utf-8\n\n<html><body><div>"
                        + words.replace("\n", "<br>\n")
                        + "</div></body></html>\n";
        return switch (number % 3) {
            case 0 -> head(number) + plain;
            case 1 -> head(number) + parts("alternative", plain, html);
            default -> head(number) + parts("mixed", plain, attachment());
        };
    }

    private static String head(int number) {
        return "From: Ana Lima <ana@ours.example>\nTo: Bo Ek <bo@acme.example>, \"Li, Wen\" <wen@acme.example>\n"
                + "Date: Tue, 3 Feb 2026 10:00:00 +0100\nMessage-ID: <"
                + number
                + "@ours.example>\nIn-Reply-To: <a@acme.example>\nReferences: <r@acme.example> <a@acme.example>\n"
                + "Subject: =?utf-8?Q?Re:_Vertr=C3=A4ge?=\nMIME-Version: 1.0\n";
    }

    private static String history() {
        StringBuilder history =
                new StringBuilder("On Mon, 2 Feb 2026 at 16:00, Bo Ek <bo@acme.example> wrote:\n");
        for (int i = 0; i < HISTORY; i++) {
            history.append("> line ").append(i).append(" of what was asked before, in full\n");
        }
        return history.toString();
    }

    private static String attachment() {
        byte[] bytes = new byte[30_000];
        return "Content-Type: application/pdf; name=\"report.pdf\"\nContent-Disposition: attachment; filename=\"report.pdf\"\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(bytes).replace("\r\n", "\n")
                + "\n";
    }

    private static String parts(String kind, String one, String other) {
        return "Content-Type: multipart/"
                + kind
                + "; boundary=\"b1\"\n\n--b1\n"
                + one
                + "\n--b1\n"
                + other
                + "\n--b1--\n";
    }

    /** Header, parts, own words, signatures, quotes: the signals. */
    @Benchmark
    @OperationsPerInvocation(MAILS)
    public int toSignals() {
        int letters = 0;
        for (byte[] mail : mails) {
            if (reader.read(mail, null) instanceof MailReading.Read read) {
                letters += read.signals().get(0).text().length();
            }
        }
        return letters;
    }

    /** Jakarta Mail: the parts, and the texts decoded. */
    @Benchmark
    @OperationsPerInvocation(MAILS)
    public int mimeAlone() throws MessagingException, IOException {
        int letters = 0;
        for (byte[] mail : mails) {
            letters += letters(new MimeMessage((Session) null, new ByteArrayInputStream(mail)));
        }
        return letters;
    }

    private static int letters(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return part.getContent().toString().length();
        }
        if (!part.isMimeType("multipart/*")) {
            return 0;
        }
        int letters = 0;
        Multipart parts = (Multipart) part.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart child = parts.getBodyPart(i);
            letters += letters(child);
        }
        return letters;
    }
}
