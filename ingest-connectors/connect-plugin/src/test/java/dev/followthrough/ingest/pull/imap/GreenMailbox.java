package dev.followthrough.ingest.pull.imap;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** A mailbox of GreenMail on a free port of this machine: {@code ana@ours.example}. */
final class GreenMailbox implements AutoCloseable {
    static final String USER = "ana@ours.example";
    static final String PASSWORD = "correct horse";

    private static final Session SESSION = Session.getInstance(new java.util.Properties());

    private final GreenMail server;
    private final GreenMailUser user;

    GreenMailbox() {
        this(0);
    }

    private GreenMailbox(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser(USER, USER, PASSWORD);
    }

    int port() {
        return server.getImap().getPort();
    }

    ImapAccount account() {
        return account(PASSWORD);
    }

    ImapAccount account(String password) {
        return new ImapAccount(
                "127.0.0.1",
                port(),
                ImapAccount.Security.NONE,
                USER,
                new ImapAccount.Password(password),
                Duration.ofSeconds(10));
    }

    AngusServer connect() throws java.io.IOException {
        return ImapLogin.connect(account(), Duration.ofSeconds(10));
    }

    static String mail(int number) {
        return """
        From: Bo Ek <bo@acme.example>
        To: Ana Lima <ana@ours.example>
        Date: Tue, 3 Feb 2026 10:00:00 +0100
        Message-ID: <%1$d@acme.example>
        Subject: Order %1$d

        We will send you document %1$d by Friday.
        """
                .formatted(number)
                .replace("\n", "\r\n");
    }

    void deliver(int number) {
        append("INBOX", mail(number));
    }

    void append(String folder, String mail, Flags.Flag... flags) {
        Flags set = new Flags();
        for (Flags.Flag flag : flags) {
            set.add(flag);
        }
        try {
            MimeMessage message =
                    new MimeMessage(
                            SESSION,
                            new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
            folder(folder)
                    .appendMessage(message, set, Date.from(Instant.parse("2026-02-03T09:00:01Z")));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    void create(String folder) {
        try {
            server.getManagers().getImapHostManager().createMailbox(user, folder);
        } catch (FolderException | AuthorizationException e) {
            throw new AssertionError(e);
        }
    }

    /** Another folder of the same name, with another UIDVALIDITY: GreenMail takes the second. */
    void createAnew(String folder) {
        long before = folder(folder).getUidValidity();
        delete(folder);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> System.currentTimeMillis() / 1000 > before);
        create(folder);
    }

    void delete(String folder) {
        try {
            server.getManagers().getImapHostManager().deleteMailbox(user, folder);
        } catch (FolderException | AuthorizationException e) {
            throw new AssertionError(e);
        }
    }

    private MailFolder folder(String name) {
        try {
            return server.getManagers().getImapHostManager().getFolder(user, name, true);
        } catch (FolderException e) {
            throw new AssertionError(e);
        }
    }

    int unseen(String folder) {
        return folder(folder).getUnseenCount();
    }

    /** Whether some connection waits to be told of new mail. */
    boolean isIdling() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(java.util.Arrays::stream)
                .anyMatch(frame -> frame.getClassName().endsWith("IdleCommand"));
    }

    @Override
    public void close() {
        server.stop();
    }
}
