package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;

import javax.net.ssl.SSLException;

/**
 * A host that did not answer as a whole, and why, in words. The cause's own may quote a request.
 */
public final class NoAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param address that was asked
     */
    public NoAnswer(URI address, IOException cause) {
        super(address.getHost() + ": " + why(cause), cause);
    }

    private static String why(IOException cause) {
        return words(cause)
                .orElse("the connection broke (" + cause.getClass().getSimpleName() + ")");
    }

    /** What a person can look for; empty where what was thrown says nothing of the kind. */
    public static Optional<String> words(Throwable thrown) {
        @Nullable String words = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoAnswer) {
                return Optional.ofNullable(cause.getMessage());
            }
            String said = said(cause);
            words = said == null ? words : said; // clients wrap what was thrown first
        }
        return Optional.ofNullable(words);
    }

    private static @Nullable String said(Throwable cause) {
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return "there is no such host, or no name server knows it";
        }
        if (cause instanceof HttpTimeoutException || cause instanceof SocketTimeoutException) {
            return "no whole answer came in time";
        }
        if (cause instanceof SSLException) {
            return "no TLS: its certificate is not trusted by this JVM or names another host, or the port speaks no TLS";
        }
        if (!(cause instanceof ConnectException)) {
            return null;
        }
        return String.valueOf(cause.getMessage()).contains("refused")
                ? "Connection refused: nothing listens there"
                : "no connection: nothing listens there, or a firewall keeps it away";
    }
}
