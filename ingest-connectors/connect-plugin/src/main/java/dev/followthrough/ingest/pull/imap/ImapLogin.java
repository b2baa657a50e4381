package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.pull.PullException;

import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

import javax.net.ssl.SSLException;

/** Connects to a mailbox and logs in. */
final class ImapLogin {
    private ImapLogin() {}

    /**
     * @param silence how long the server may say nothing before the connection counts as broken
     * @throws IOException where trying again may help
     * @throws PullException.Refused where a person must act
     */
    static AngusServer connect(ImapAccount account, Duration silence) throws IOException {
        OpenSocket socket = new OpenSocket();
        IMAPProtocol protocol = open(account, silence, socket);
        try {
            secure(protocol, account);
            enter(protocol, account, false);
            protocol.capability(); // many servers offer more to whom they know
            return new AngusServer(protocol, socket);
        } catch (ProtocolException e) {
            socket.close();
            throw ImapFailure.of(e);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static IMAPProtocol open(ImapAccount account, Duration silence, OpenSocket socket)
            throws IOException {
        Properties settings = new Properties();
        settings.put("mail.imap.connectiontimeout", Long.toString(account.timeout().toMillis()));
        settings.put("mail.imap.timeout", Long.toString(silence.toMillis()));
        settings.put("mail.imap.writetimeout", Long.toString(account.timeout().toMillis()));
        settings.put("mail.imap.ssl.checkserveridentity", "true");
        settings.put("mail.imap.socketFactory", socket);
        settings.put("mail.imap.ssl.socketFactory", socket); // TLS is laid over it
        settings.put("mail.imap.socketFactory.fallback", "false");
        settings.put("mail.imap.ssl.socketFactory.fallback", "false");
        MailLogger nothing =
                new MailLogger(
                        "dev.followthrough.ingest.pull.imap.protocol",
                        "",
                        false,
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return new IMAPProtocol(
                    "imap",
                    account.host(),
                    account.port(),
                    settings,
                    account.security() == ImapAccount.Security.TLS,
                    nothing);
        } catch (SSLException e) {
            throw untrusted(account, e);
        } catch (ProtocolException e) {
            throw ImapFailure.of(e);
        }
    }

    private static PullException.Refused untrusted(ImapAccount account, SSLException e) {
        return new PullException.Refused(
                ImapConfig.SECURITY,
                "No TLS with "
                        + account.host()
                        + " at port "
                        + account.port()
                        + ": either the port speaks no TLS (set security=starttls), or the certificate names another host or is not trusted by this JVM. "
                        + ImapFailure.words(e));
    }

    private static void secure(IMAPProtocol protocol, ImapAccount account)
            throws ProtocolException {
        if (account.security() != ImapAccount.Security.STARTTLS) {
            return;
        }
        if (!protocol.hasCapability("STARTTLS")) {
            throw new PullException.Refused(
                    ImapConfig.SECURITY,
                    account.host()
                            + " does not offer STARTTLS at port "
                            + account.port()
                            + ": set security=tls and the port of IMAP over TLS, usually 993");
        }
        protocol.startTLS();
        protocol.capability();
    }

    private static void enter(IMAPProtocol protocol, ImapAccount account, boolean again)
            throws IOException {
        try {
            if (account.login() instanceof ImapAccount.Password by) {
                password(protocol, account, by.password());
            } else if (account.login() instanceof ImapAccount.Bearer by) {
                protocol.authoauth2(account.user(), by.tokens().token(again));
            }
        } catch (CommandFailedException e) {
            boolean mayBeOld = account.login() instanceof ImapAccount.Bearer && !again;
            if (!mayBeOld) {
                throw ImapFailure.ofLogin(account, e);
            }
            enter(protocol, account, true);
        } catch (ProtocolException e) {
            throw ImapFailure.ofLogin(account, e);
        }
    }

    private static void password(IMAPProtocol protocol, ImapAccount account, String password)
            throws ProtocolException {
        if (protocol.hasCapability("AUTH=PLAIN")) {
            protocol.authplain(null, account.user(), password);
        } else if (protocol.hasCapability("LOGINDISABLED")) {
            throw new PullException.Refused(
                    ImapConfig.SECURITY,
                    account.host()
                            + " takes no password on this connection: set security=tls or starttls, or auth=xoauth2");
        } else {
            protocol.login(account.user(), password);
        }
    }
}
