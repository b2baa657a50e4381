package dev.followthrough.ingest.receiver.hubspot;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.service.http.Request;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * HubSpot's request signatures. Version 3 is the base64 HMAC-SHA256 of method, address, body and
 * timestamp; versions 1 and 2 are plain hashes behind the secret, without a time, so that a replay
 * cannot be told: they count only where the operator allows them.
 *
 * @see <a href="https://developers.hubspot.com/docs/api/webhooks/validating-requests">Validating
 *     requests</a>
 */
final class HubSpotSignature {
    /** Escapes of the address that HubSpot decodes before it signs. */
    private static final List<Map.Entry<String, String>> DECODED =
            List.of(
                    Map.entry("%3A", ":"),
                    Map.entry("%2F", "/"),
                    Map.entry("%3F", "?"),
                    Map.entry("%40", "@"),
                    Map.entry("%21", "!"),
                    Map.entry("%24", "$"),
                    Map.entry("%27", "'"),
                    Map.entry("%28", "("),
                    Map.entry("%29", ")"),
                    Map.entry("%2A", "*"),
                    Map.entry("%2C", ","),
                    Map.entry("%3B", ";"));

    private static final int SHA256_HEX = 64;

    private final Signature signature;
    private final byte[] secret;
    private final byte[] uri;
    private final byte[] decodedUri;
    private final boolean old;

    /**
     * @param uri as HubSpot calls it: scheme, host, path and query. Behind a proxy it cannot be
     *     guessed
     * @param old whether versions 1 and 2 count where version 3 is absent
     */
    HubSpotSignature(String secret, String uri, boolean old) {
        this.signature = Signature.sha256(secret);
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.uri = uri.getBytes(StandardCharsets.UTF_8);
        String decoded = uri;
        for (Map.Entry<String, String> escape : DECODED) {
            decoded =
                    decoded.replace(escape.getKey(), escape.getValue())
                            .replace(escape.getKey().toLowerCase(Locale.ROOT), escape.getValue());
        }
        this.decodedUri = decoded.getBytes(StandardCharsets.UTF_8);
        this.old = old;
    }

    /**
     * @throws dev.followthrough.service.http.Problem 401 where HubSpot did not send this
     */
    void verify(Request request, Instant now) {
        if (!isValid(request, now)) {
            throw Signature.refused("HubSpot");
        }
    }

    boolean isValid(Request request, Instant now) {
        String third = request.header("X-HubSpot-Signature-v3");
        if (third != null) {
            String timestamp = request.header("X-HubSpot-Request-Timestamp");
            if (!Signature.isRecent(timestamp, now)) {
                return false;
            }
            byte[] mac =
                    signature.of(
                            Signature.ascii(request.method()),
                            decodedUri,
                            request.body(),
                            Signature.ascii(String.valueOf(timestamp)));
            return Signature.equal(Base64.getEncoder().encodeToString(mac), third);
        }
        String given = request.header("X-HubSpot-Signature");
        boolean second = "v2".equalsIgnoreCase(request.header("X-HubSpot-Signature-Version"));
        return old && Signature.equal(second ? second(request) : first(request), given);
    }

    private String first(Request request) {
        return hash(secret, request.body());
    }

    private String second(Request request) {
        return hash(secret, Signature.ascii(request.method()), uri, request.body());
    }

    private static String hash(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return Digest.of(all, SHA256_HEX);
    }
}
