package dev.followthrough.ingest.email;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Walks through the parts of a message: which texts are its body, which files are attached (named,
 * not read), which whole mails are attached.
 */
final class MailParts {
    private static final int DEEPEST = 12;
    private static final int MOST_ATTACHMENTS = 100;
    private static final int MOST_MAILS = 20;

    /** Text beyond this is not read: a mail of words is far shorter. */
    private static final int MOST_CHARS = 2 * 1024 * 1024;

    private final List<Line> plain = new ArrayList<>();
    private final List<Line> html = new ArrayList<>();
    private final List<String> attachments = new ArrayList<>();
    private final List<byte[]> mails = new ArrayList<>();
    private boolean report;

    private MailParts() {}

    static MailParts of(MimeMessage message) {
        MailParts parts = new MailParts();
        parts.walk(message, 0);
        return parts;
    }

    /**
     * The body: what the sender's client wrote as plain text, unless that says nothing and the HTML
     * does.
     */
    List<Line> body() {
        int plainLetters = letters(plain);
        int htmlLetters = letters(html);
        boolean poor = plainLetters == 0 || plainLetters * 5 < htmlLetters;
        return htmlLetters > 0 && (poor || saysLookAtHtml()) ? html : plain;
    }

    private boolean saysLookAtHtml() {
        String text =
                plain.stream()
                        .limit(6)
                        .map(Line::head)
                        .reduce("", (a, b) -> a + " " + b)
                        .toLowerCase(Locale.ROOT);
        return letters(plain) < 200
                && text.contains("html")
                && (text.contains("support") || text.contains("view") || text.contains("enable"));
    }

    private static int letters(List<Line> lines) {
        int letters = 0;
        for (Line line : lines) {
            for (int i = 0; i < line.text().length(); i++) {
                letters += Character.isLetterOrDigit(line.text().charAt(i)) ? 1 : 0;
            }
        }
        return letters;
    }

    List<String> attachments() {
        return attachments;
    }

    /** Whole mails that are attached, as bytes; none of a delivery report. */
    List<byte[]> mails() {
        return report ? List.of() : mails;
    }

    boolean isReport() {
        return report;
    }

    private void walk(Part part, int depth) {
        try {
            ContentType type = type(part);
            report |= depth == 0 && type.match("multipart/report");
            if (type.match("multipart/*") && depth < DEEPEST) {
                walkAll(part, depth);
            } else if (type.match("message/rfc822") || type.match("message/global")) {
                attachMail(part);
            } else {
                leaf(part, type, depth);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            // What cannot be taken apart is an attachment without a name: its words are not
            // readable.
            attach("unreadable part");
        }
    }

    private void walkAll(Part part, int depth) throws MessagingException, IOException {
        Multipart parts = new MimeMultipart(new RawPart(part));
        int count = parts.getCount();
        for (int i = 0; i < count; i++) {
            BodyPart child = parts.getBodyPart(i);
            walk(child, depth + 1);
        }
    }

    private void leaf(Part part, ContentType type, int depth)
            throws MessagingException, IOException {
        String name = fileName(part, type);
        boolean attached =
                Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || name != null && depth > 0;
        boolean words =
                type.match("text/plain")
                        || type.match("text/html")
                        || depth == 0 && type.match("text/*");
        if (attached || !words || type.match("text/calendar")) {
            if (!type.match("multipart/*") || name != null) {
                attach(name != null ? name : unnamed(type));
            }
            return;
        }
        String all =
                Charsets.decode(
                        TransferEncoding.decode(raw(part), encoding(part)),
                        type.getParameter("charset"));
        String text = all.length() > MOST_CHARS ? all.substring(0, MOST_CHARS) : all;
        if (type.match("text/html")) {
            html.addAll(HtmlLines.of(text));
        } else {
            plain.addAll(
                    isFlowed(type)
                            ? PlainLines.flowed(
                                    text, "yes".equalsIgnoreCase(type.getParameter("delsp")))
                            : PlainLines.of(text));
        }
    }

    private static boolean isFlowed(ContentType type) {
        return "flowed".equalsIgnoreCase(type.getParameter("format"));
    }

    private void attachMail(Part part) throws MessagingException, IOException {
        attach(name(part, "forwarded message"));
        if (mails.size() < MOST_MAILS) {
            mails.add(TransferEncoding.decode(raw(part), encoding(part)));
        }
    }

    private void attach(String name) {
        if (attachments.size() < MOST_ATTACHMENTS) {
            attachments.add(name.length() > 255 ? name.substring(0, 255) : name);
        }
    }

    private static String name(Part part, String otherwise) {
        String name = fileName(part, type(part));
        return name == null ? otherwise : name;
    }

    private static String unnamed(ContentType type) {
        return type.match("text/calendar")
                ? "invitation.ics"
                : "unnamed " + type.getBaseType().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String fileName(Part part, ContentType type) {
        try {
            String name = part.getFileName();
            String found = name == null ? type.getParameter("name") : name;
            return found == null || found.isBlank() ? null : MailHeaders.decoded(found);
        } catch (MessagingException | RuntimeException e) {
            return type.getParameter("name");
        }
    }

    private static @Nullable String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException | RuntimeException e) {
            return null;
        }
    }

    private static String encoding(Part part) throws MessagingException {
        String[] header = part.getHeader("Content-Transfer-Encoding");
        return header == null || header.length == 0 ? "7bit" : header[0];
    }

    /** The stated type; text where none is stated or the statement is not readable. */
    private static ContentType type(Part part) {
        try {
            String[] header = part.getHeader("Content-Type");
            return new ContentType(
                    header == null || header.length == 0
                            ? "text/plain"
                            : MimeUtility.unfold(header[0]));
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        } catch (MessagingException | RuntimeException e) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    static byte[] raw(Part part) throws MessagingException, IOException {
        try (InputStream in =
                part instanceof MimeMessage message
                        ? message.getRawInputStream()
                        : ((MimeBodyPart) part).getRawInputStream()) {
            return in.readAllBytes();
        }
    }

    /** The undecoded body of a multipart, which is never encoded, whatever its header says. */
    private record RawPart(Part part) implements DataSource {
        @Override
        public InputStream getInputStream() throws IOException {
            try {
                return part instanceof MimeMessage message
                        ? message.getRawInputStream()
                        : ((MimeBodyPart) part).getRawInputStream();
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }

        @Override
        public java.io.OutputStream getOutputStream() throws IOException {
            throw new IOException("a part is only read");
        }

        @Override
        public String getContentType() {
            return type(part).toString();
        }

        @Override
        public String getName() {
            return "part";
        }
    }
}
