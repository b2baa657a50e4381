package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.pull.NoAnswer;
import dev.followthrough.ingest.pull.PullException;

import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a refusal of the server means: whether to try again or to ask a person. Response codes are
 * those of RFC 3501 and RFC 5530, and what large providers say in words.
 */
final class ImapFailure {
    private static final List<String> PASSING =
            List.of(
                    "[unavailable]",
                    "[inuse]",
                    "[limit]",
                    "[serverbug]",
                    "[contactadmin]",
                    "[overquota]",
                    "[throttled]",
                    "too many simultaneous",
                    "too many connections",
                    "maximum number of connections",
                    "try again",
                    "temporar",
                    "internal error");

    private ImapFailure() {}

    /** A command failed, or the connection. */
    static IOException of(ProtocolException e) {
        return new IOException("the mail server answered: " + words(e));
    }

    /** A folder that was found before cannot be opened. */
    static IOException ofFolder(String folder, ProtocolException e) {
        if (e instanceof CommandFailedException && !isPassing(e)) {
            throw new PullException.Gone(
                    "Folder "
                            + folder
                            + " cannot be opened any more: it was renamed, removed or closed to this user, or the mailbox moved. Correct folders, or give the user the right to read it, and restart the connector. The server says: "
                            + words(e));
        }
        return of(e);
    }

    /** The server does not let the user in. */
    static IOException ofLogin(ImapAccount account, ProtocolException e) {
        if (e instanceof CommandFailedException && !isPassing(e)) {
            String what =
                    account.login() instanceof ImapAccount.Password
                            ? "the password is wrong, expired, or must be an app password"
                            : "the token is not accepted: the client lacks the right to read this mailbox by IMAP";
            throw new PullException.Refused(
                    "Login of "
                            + account.user()
                            + " at "
                            + account.host()
                            + " was refused: "
                            + what
                            + ". The server says: "
                            + words(e));
        }
        return of(e);
    }

    /** The server cannot be reached, or the connection broke: which, and why, in one line. */
    static PullException.Unavailable unavailable(ImapConfig config, IOException e) {
        return new PullException.Unavailable(
                "imap: " + config.server() + ": " + reason(e), Duration.ZERO, e);
    }

    /** What was thrown first knows it; protocol layers wrap it, some without a word. */
    private static String reason(Throwable thrown) {
        return NoAnswer.words(thrown).orElseGet(() -> first(thrown));
    }

    private static String first(Throwable thrown) {
        Throwable first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String kind = first.getClass().getSimpleName();
        boolean plain = kind.equals("IOException");
        if (first.getMessage() == null) {
            return kind;
        }
        return (plain ? "" : kind + ": ") + words(first);
    }

    private static boolean isPassing(ProtocolException e) {
        String words = words(e).toLowerCase(Locale.ROOT);
        return PASSING.stream().anyMatch(words::contains);
    }

    /** The server's words on one line, without the tag. */
    static String words(Throwable e) {
        String line = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        String words = line.replaceFirst("^[A-Z]+[0-9]+ (NO|BAD) ", "");
        return words.length() > 300 ? words.substring(0, 300) + "…" : words;
    }
}
