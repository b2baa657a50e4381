package dev.followthrough.ingest.receiver.event;

import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.service.http.Request;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** How a declared source proves itself: by a signature over what it sends, or by the secret. */
final class EventCheck {
    private final String secret;
    private final boolean signed;
    private final String header;
    private final String timestampHeader;
    private final Signature signature;

    /**
     * @param signed whether the body is signed; else the header holds the secret itself
     * @param timestampHeader empty where the body alone is signed
     */
    EventCheck(String secret, boolean signed, String header, String timestampHeader) {
        this.secret = secret;
        this.signed = signed;
        this.header = header.isEmpty() ? (signed ? "X-Signature-256" : "Authorization") : header;
        this.timestampHeader = timestampHeader;
        this.signature = Signature.sha256(secret);
    }

    /**
     * @throws dev.followthrough.service.http.Problem 401
     */
    void verify(Request request, Instant now) {
        String given = request.header(header);
        boolean good = signed ? isSigned(request, given, now) : isToken(given);
        if (!good) {
            throw Signature.refused("its source");
        }
    }

    private boolean isToken(@Nullable String given) {
        boolean bearer = given != null && given.regionMatches(true, 0, "Bearer ", 0, 7);
        return Signature.equal(
                secret, bearer && given != null ? given.substring(7).strip() : given);
    }

    private boolean isSigned(Request request, @Nullable String given, Instant now) {
        byte[] mac;
        if (timestampHeader.isEmpty()) {
            mac = signature.of(request.body());
        } else {
            String timestamp = request.header(timestampHeader);
            if (!Signature.isRecent(timestamp, now)) {
                return false;
            }
            mac = signature.of(Signature.ascii(timestamp + "."), request.body());
        }
        String bare =
                given != null && given.regionMatches(true, 0, "sha256=", 0, 7)
                        ? given.substring(7)
                        : given;
        String hex = bare == null ? null : bare.toLowerCase(Locale.ROOT);
        return Signature.equal(HexFormat.of().formatHex(mac), hex)
                || Signature.equal(Base64.getEncoder().encodeToString(mac), bare);
    }
}
