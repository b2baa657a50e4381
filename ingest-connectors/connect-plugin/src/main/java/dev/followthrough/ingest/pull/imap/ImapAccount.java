package dev.followthrough.ingest.pull.imap;

import java.time.Duration;

/**
 * Where a mailbox is and how to get in.
 *
 * @param timeout how long connecting, or one answer of the server, may take
 */
record ImapAccount(
        String host, int port, Security security, String user, Login login, Duration timeout) {

    /** What protects the connection. */
    enum Security {
        /** TLS from the first byte, port 993. */
        TLS,
        /** TLS after a first plain line, port 143; refused where the server does not offer it. */
        STARTTLS,
        /** Nothing: only on this machine or through a tunnel. */
        NONE
    }

    /** How one proves to be the user. */
    sealed interface Login {}

    /** By the password. */
    record Password(String password) implements Login {
        @Override
        public String toString() {
            return "Password[hidden]";
        }
    }

    /** By a token of OAuth 2.0 (XOAUTH2). */
    record Bearer(AccessTokens tokens) implements Login {}

    /** Names the mailbox in offsets and messages. */
    String name() {
        return user + "@" + host;
    }
}
