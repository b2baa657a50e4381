package dev.followthrough.ingest.receiver.zoom;

import dev.followthrough.ingest.receiver.door.Fetch;
import dev.followthrough.ingest.receiver.door.Fetch.Fetched;
import dev.followthrough.service.http.Problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Fetches a transcript that an event names. Only from hosts that are Zoom's: an address in a body
 * must not make this service call whatever it names. Thread-safe.
 */
final class ZoomDownload {
    private static final Logger LOG = LoggerFactory.getLogger(ZoomDownload.class);
    private static final int RETRY_SECONDS = 60;

    private final Fetch fetch;
    private final List<String> hosts;

    /**
     * @param hosts domains with all below them
     */
    ZoomDownload(Fetch fetch, List<String> hosts) {
        this.fetch = fetch;
        this.hosts = List.copyOf(hosts);
    }

    boolean isAllowed(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            boolean listed =
                    hosts.stream().anyMatch(zoom -> host.equals(zoom) || host.endsWith("." + zoom));
            boolean plain = "http".equals(uri.getScheme()) && isLoopback(host);
            return listed && (plain || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Plain HTTP is for tests and for proxies on the same machine. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals(InetAddress.getLoopbackAddress().getHostAddress());
    }

    /**
     * @throws Problem 503 where it cannot be had now; Zoom calls again after 5, 25 and 85 minutes
     */
    String text(String url, String token) {
        Fetched fetched = fetch.get(URI.create(url), token);
        if (!fetched.isOk()) {
            LOG.atWarn()
                    .addKeyValue("status", fetched.status())
                    .addKeyValue("cut", fetched.cut())
                    .log("zoom gave no transcript");
            throw Problem.unavailable(
                    "the transcript could not be downloaded; send the event again", RETRY_SECONDS);
        }
        return fetched.text();
    }
}
