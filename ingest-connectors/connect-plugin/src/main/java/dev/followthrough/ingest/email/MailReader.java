package dev.followthrough.ingest.email;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes signals of the bytes of one RFC 5322 message. A pure function: thread-safe, never throws on
 * bad bytes, bounded before it parses.
 */
public final class MailReader {
    /** Largest message parsed. */
    public static final int MAX_BYTES = 25 * 1024 * 1024;

    private static final int DEEPEST = 3;
    private static final List<String> HEADERS =
            List.of("From", "Date", "Message-ID", "Subject", "To", "Received", "Sender");

    private static final MailReading.Rejected CUT_OFF =
            new MailReading.Rejected(
                    "mail-cut-off",
                    "the bytes end within the header, before a Message-ID: the rest is missing or not written yet");

    private final int maxBytes;

    public MailReader() {
        this(MAX_BYTES);
    }

    /**
     * @param maxBytes larger messages are rejected before they are parsed
     */
    public MailReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * @param message the bytes of the message; not changed
     * @param fallback when it was said where the message has no usable date (a file's time, say);
     *     null where nothing is known: such a message is rejected
     */
    public MailReading read(byte[] message, @Nullable Instant fallback) {
        return nested(message, fallback, 0);
    }

    /**
     * @param revision higher than 0 where the message was read before in another form, which this
     *     one replaces
     */
    public MailReading read(byte[] message, @Nullable Instant fallback, long revision) {
        MailReading reading = read(message, fallback);
        if (revision == 0 || !(reading instanceof MailReading.Read read)) {
            return reading;
        }
        List<Signal> signals = new ArrayList<>(read.signals());
        signals.set(0, MailSignals.revised(signals.get(0), revision));
        return new MailReading.Read(signals);
    }

    private MailReading nested(byte[] bytes, @Nullable Instant fallback, int depth) {
        MailReading.Rejected refused = MailBytes.refused(bytes, maxBytes);
        if (refused != null) {
            return refused;
        }
        try {
            int start = MailBytes.start(bytes);
            byte[] message = start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length);
            MimeMessage parsed =
                    new MimeMessage((Session) null, new SharedByteArrayInputStream(message));
            MailReading reading = signals(parsed, fallback, depth);
            boolean whole = !MailBytes.endsInHeader(message) || isNamed(parsed);
            return whole || reading instanceof MailReading.Rejected ? reading : CUT_OFF;
        } catch (MessagingException | IOException | RuntimeException e) {
            // The parser is a library that meets bytes of strangers: any failure of it is about
            // this message.
            return new MailReading.Rejected(
                    "unreadable-mail",
                    "the message cannot be parsed: "
                            + e.getClass().getSimpleName()
                            + ", "
                            + e.getMessage());
        }
    }

    /** Whether the whole mail will have the same id: the name is there, up to its last sign. */
    private static boolean isNamed(MimeMessage message) {
        String id = new MailHeaders(message).first("Message-ID");
        return id != null && id.endsWith(">");
    }

    private MailReading signals(MimeMessage message, @Nullable Instant fallback, int depth)
            throws MessagingException, IOException {
        MailHeaders headers = new MailHeaders(message);
        if (HEADERS.stream().noneMatch(headers::has)) {
            return new MailReading.Rejected(
                    "not-mail", "none of the headers " + String.join(", ", HEADERS) + " is there");
        }
        OffsetDateTime said = said(headers, fallback);
        if (said == null) {
            return new MailReading.Rejected(
                    "mail-without-date",
                    "neither Date nor Received holds a date: " + headers.first("Date"));
        }
        Party author = headers.author();
        if (author == null) {
            return new MailReading.Rejected(
                    "mail-without-author",
                    "neither From nor Sender names anybody: " + headers.first("From"));
        }
        return new MailReading.Read(read(message, headers, said, author, depth));
    }

    private static @Nullable OffsetDateTime said(MailHeaders headers, @Nullable Instant fallback) {
        OffsetDateTime said = headers.date();
        return said != null || fallback == null ? said : fallback.atOffset(ZoneOffset.UTC);
    }

    private List<Signal> read(
            MimeMessage message, MailHeaders headers, OffsetDateTime said, Party author, int depth)
            throws MessagingException, IOException {
        MailParts parts = MailParts.of(message);
        String name = author.name() == null ? "" : author.name();
        Cut cut = ReplyCutter.cut(parts.body(), name);
        boolean machine = MachineMail.is(headers, parts);
        Signal mail =
                MailSignals.of(
                        headers,
                        id(message, headers),
                        said,
                        author,
                        cut,
                        parts.attachments(),
                        machine);
        List<Signal> signals = new ArrayList<>(List.of(mail));
        if (!machine) {
            String subject = headers.first("Subject");
            ForwardedMails.in(mail, subject == null ? "" : MailHeaders.decoded(subject), cut)
                    .forEach(inner -> signals.add(MailSignals.copy(mail, inner)));
            parts.mails().forEach(attached -> signals.addAll(attached(attached, said, depth)));
        }
        return signals;
    }

    /** An attached mail is the mail itself; one that cannot be read stays an attachment. */
    private List<Signal> attached(byte[] mail, OffsetDateTime outer, int depth) {
        MailReading reading = depth < DEEPEST ? nested(mail, outer.toInstant(), depth + 1) : null;
        return reading instanceof MailReading.Read read ? read.signals() : List.of();
    }

    /** The Message-ID, else a digest of what a mailbox does not change. */
    private static String id(MimeMessage message, MailHeaders headers)
            throws MessagingException, IOException {
        String id = headers.firstId("Message-ID");
        if (id != null) {
            return id;
        }
        StringBuilder canonical = new StringBuilder();
        for (String name : List.of("From", "To", "Date", "Subject")) {
            canonical
                    .append(name)
                    .append(": ")
                    .append(String.join(" ", headers.all(name)))
                    .append('\n');
        }
        String body = new String(MailParts.raw(message), StandardCharsets.ISO_8859_1);
        return "sha256-" + Digest.of(canonical + body.replace("\r\n", "\n").strip(), 40);
    }
}
