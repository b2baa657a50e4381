package dev.followthrough.ingest.receiver.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.receiver.door.Delivery;
import dev.followthrough.ingest.receiver.door.JsonBody;
import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.ingest.receiver.door.Webhook;
import dev.followthrough.ingest.zoom.ZoomRecording;
import dev.followthrough.ingest.zoom.ZoomTranscripts;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Zoom's webhooks: {@code recording.transcript_completed}, and the question whether we hold the
 * secret, which comes again every three days.
 *
 * @see <a href="https://developers.zoom.us/docs/api/webhooks/">Using webhooks</a>
 */
final class ZoomWebhook implements Webhook {
    private final Signature signature;
    private final ZoomDownload download;

    ZoomWebhook(String secret, ZoomDownload download) {
        this.signature = Signature.sha256(secret);
        this.download = download;
    }

    @Override
    public String name() {
        return "zoom";
    }

    @Override
    public String path() {
        return "/zoom/webhooks";
    }

    @Override
    public void verify(Request request, Instant now) {
        String timestamp = request.header("x-zm-request-timestamp");
        byte[] mac = signature.of(Signature.ascii("v0:" + timestamp + ":"), request.body());
        boolean same =
                Signature.equal(
                        "v0=" + HexFormat.of().formatHex(mac), request.header("x-zm-signature"));
        if (!same || !Signature.isRecent(timestamp, now)) {
            throw Signature.refused("Zoom");
        }
    }

    @Override
    public Delivery read(Request request, Instant now) {
        JsonNode body = JsonBody.read(request.body());
        return switch (body.path("event").asText()) {
            case "endpoint.url_validation" -> validation(body.path("payload"));
            case "recording.transcript_completed" -> transcript(body);
            default -> Delivery.ignored("event-type");
        };
    }

    private Delivery validation(JsonNode payload) {
        String plain = payload.path("plainToken").asText("");
        byte[] mac = signature.of(plain.getBytes(StandardCharsets.UTF_8));
        return Delivery.answer(
                Response.json(
                        200,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("plainToken", plain)
                                .put("encryptedToken", HexFormat.of().formatHex(mac))
                                .toString()));
    }

    private Delivery transcript(JsonNode body) {
        ZoomRecording recording = new ZoomRecording(body.path("payload").path("object"));
        String token = JsonBody.text(body.path("download_token"));
        String wrong = wrong(recording, token);
        if (wrong != null || token == null) {
            return Delivery.of(
                    List.of(new Mapped.Rejected("invalid-zoom-event", String.valueOf(wrong))));
        }
        List<Mapped> mapped = new ArrayList<>();
        for (ZoomRecording.Transcript one : recording.transcripts()) {
            mapped.addAll(
                    ZoomTranscripts.of(recording, one, List.of(), download.text(one.url(), token)));
        }
        return Delivery.of(mapped).linked(signal -> recording.link());
    }

    private @Nullable String wrong(ZoomRecording recording, @Nullable String token) {
        if (recording.uuid().isEmpty()) {
            return "recording must have a uuid, had none";
        }
        if (token == null) {
            return "event must have a download_token, had none";
        }
        if (recording.transcripts().isEmpty()) {
            return "recording must have a transcript with id, recording_start and download_url, had none";
        }
        return recording.transcripts().stream().allMatch(one -> download.isAllowed(one.url()))
                ? null
                : "download_url must be an https address of the hosts allowed, was another";
    }
}
