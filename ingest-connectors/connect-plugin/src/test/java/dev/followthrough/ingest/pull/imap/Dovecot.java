package dev.followthrough.ingest.pull.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Dovecot of Debian on a free port of this machine, with a mailbox of files below a folder. Needs
 * root; installs the package where it is missing.
 */
final class Dovecot implements AutoCloseable {
    static final String USER = "ana";
    static final String PASSWORD = "correct-horse";

    private static final Path BINARY = Path.of("/usr/sbin/dovecot");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path root;
    private final Path mail;
    private final int port;

    private Dovecot(Path root, int port) {
        this.root = root;
        this.mail = root.resolve("mail");
        this.port = port;
    }

    static Dovecot start(Path root) throws IOException, InterruptedException {
        if (!Files.isExecutable(BINARY)) {
            run("apt-get", "install", "-y", "--no-install-recommends", "dovecot-imapd");
        }
        Dovecot dovecot = new Dovecot(root, freePort());
        Files.createDirectories(dovecot.mail);
        dovecot.mailsBelongToMail();
        Files.writeString(dovecot.configuration(), dovecot.settings());
        run(BINARY.toString(), "-c", dovecot.configuration().toString());
        return dovecot;
    }

    private Path configuration() {
        return root.resolve("dovecot.conf");
    }

    private String settings() {
        return """
        base_dir = %1$s/run
        state_dir = %1$s/state
        log_path = %1$s/log
        listen = 127.0.0.1
        protocols = imap
        ssl = no
        disable_plaintext_auth = no
        first_valid_uid = 1
        mail_max_userip_connections = 50
        mail_location = maildir:%2$s
        passdb {
          driver = static
          args = password=%3$s
        }
        userdb {
          driver = static
          args = uid=mail gid=mail home=%2$s
        }
        service imap-login {
          inet_listener imap {
            port = %4$d
          }
          inet_listener imaps {
            port = 0
          }
        }
        namespace inbox {
          inbox = yes
          separator = /
          mailbox "Was ich schrieb" {
            auto = create
            special_use = \\Sent
          }
          mailbox Papierkorb {
            auto = create
            special_use = \\Trash
          }
        }
        """
                .formatted(root, mail, PASSWORD, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    ImapAccount account() {
        return new ImapAccount(
                "127.0.0.1",
                port,
                ImapAccount.Security.NONE,
                USER,
                new ImapAccount.Password(PASSWORD),
                Duration.ofSeconds(20));
    }

    /** A mail in the folder, {@code INBOX} or below it, as a delivery puts it there. */
    void put(String folder, int number) throws IOException {
        Path box = folder.equals("INBOX") ? mail : mail.resolve("." + folder);
        Files.createDirectories(box.resolve("tmp"));
        Files.createDirectories(box.resolve("new"));
        Files.createDirectories(box.resolve("cur"));
        String name = (1_770_000_000L + number) + ".M" + number + "P1.test";
        Path written =
                Files.writeString(
                        box.resolve("tmp").resolve(name),
                        GreenMailbox.mail(number),
                        StandardCharsets.US_ASCII);
        Files.setLastModifiedTime(
                written,
                java.nio.file.attribute.FileTime.from(Instant.parse("2026-02-03T09:00:01Z")));
        Files.move(written, box.resolve("new").resolve(name));
    }

    /** To be called after mails were put, before they are read. */
    void mailsBelongToMail() throws IOException, InterruptedException {
        run("chown", "-R", "mail:mail", mail.toString());
        run("chmod", "a+rx", root.toString(), Objects.requireNonNull(root.getParent()).toString());
    }

    /** The folder's messages are numbered anew, as after a backup was put back. */
    void restore(String folder) throws IOException, InterruptedException {
        doveadm("mailbox", "update", "-u", USER, "--uid-validity", "1234567", folder);
    }

    /** Removes all messages of a folder for good. */
    void expunge(String folder) throws IOException, InterruptedException {
        doveadm("expunge", "-u", USER, "mailbox", folder, "all");
    }

    private void doveadm(String... command) throws IOException, InterruptedException {
        run(
                Stream.concat(
                                Stream.of("doveadm", "-c", configuration().toString()),
                                Stream.of(command))
                        .toArray(String[]::new));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            doveadm("stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping", e);
        }
    }
}
