package dev.followthrough.ingest.receiver.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.receiver.Front;
import dev.followthrough.ingest.receiver.StubApi;
import dev.followthrough.ingest.receiver.door.Fetch;
import dev.followthrough.ingest.receiver.door.Signature;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Signatures and answers are vectors made with another implementation of HMAC-SHA256. */
class ZoomWebhookTest {
    private static final String VTT =
            """
            WEBVTT

            1
            00:00:01.000 --> 00:00:04.000
            Ana Lima: We will send the plan on Friday.

            2
            00:00:05.000 --> 00:00:07.000
            Bo Ek: Good.
            """;

    private final StubApi zoom = new StubApi().says("rec/download/t1", VTT);
    private final Front front =
            new Front(
                    "receiver.zoom.secret.token", Front.SECRET,
                    "receiver.zoom.download.hosts", "zoom.us,127.0.0.1",
                    "receiver.zoom.download.timeout.ms", "2000");

    @AfterEach
    void stop() throws Exception {
        front.close();
        zoom.close();
    }

    private HttpResponse<String> send(String body) {
        String json = body.replace('\'', '"');
        String timestamp = Long.toString(Front.NOW.getEpochSecond());
        byte[] mac = Signature.sha256(Front.SECRET).of(Front.utf8("v0:" + timestamp + ":" + json));
        return front.post(
                "/zoom/webhooks",
                json,
                "x-zm-request-timestamp",
                timestamp,
                "x-zm-signature",
                "v0=" + HexFormat.of().formatHex(mac));
    }

    private String completed(String url) {
        return "{'event':'recording.transcript_completed','event_ts':1772463811000,'download_token':'dt-test','payload':{'account_id':'a','object':"
                + "{'uuid':'u1==','id':7,'topic':'Kick-off','host_email':'ana@ours.example','timezone':'Europe/Lisbon','share_url':'https://us02web.zoom.us/rec/share/s1','start_time':'2026-03-02T14:00:00Z','recording_files':["
                + "{'id':'v1','file_type':'MP4','recording_start':'2026-03-02T14:00:05Z','download_url':'"
                + url
                + "rec/download/v1'},{'id':'t1','file_type':'TRANSCRIPT','file_extension':'VTT','status':'completed','recording_start':'2026-03-02T14:00:05Z','download_url':'"
                + url
                + "rec/download/t1'}]}}}";
    }

    @Test
    void theQuestionForTheSecretIsAnsweredByItsHash() {
        // When
        HttpResponse<String> answer =
                send(
                        "{'event':'endpoint.url_validation','event_ts':1,'payload':{'plainToken':'qgg8vlvZRS6UYooatFL8Aw'}}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"plainToken\":\"qgg8vlvZRS6UYooatFL8Aw\",\"encryptedToken\":\"5aa2f43bc4110bbf10f20e0af7514e036bfdde5712f871faad44f7a28eb6611d\"}");
    }

    @Test
    void whatZoomSignedIsTakenAndWhatIsNearItIsNot() {
        // Given
        String body = "{\"event\":\"meeting.started\",\"payload\":{\"object\":{\"uuid\":\"é\"}}}";
        String[] headers = {
            "x-zm-request-timestamp",
            "1772463900",
            "x-zm-signature",
            "v0=59e5fed98e03007218e5e1ac2c05d233dab3d08930f86e2d4b15cd5c540ce483"
        };

        // When / Then
        assertThat(front.post("/zoom/webhooks", body, headers).statusCode()).isEqualTo(200);
        assertThat(front.post("/zoom/webhooks", body + " ", headers).statusCode()).isEqualTo(401);
        headers[1] = "1772463901";
        assertThat(front.post("/zoom/webhooks", body, headers).statusCode()).isEqualTo(401);
        assertThat(front.post("/zoom/webhooks", body).statusCode()).isEqualTo(401);
    }

    @Test
    void aFinishedTranscriptIsDownloadedWithItsTokenAndIsTheTurnsOfAMeeting() {
        // When
        HttpResponse<String> answer = send(completed(zoom.url()));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(zoom.asked).containsExactly("rec/download/t1 Bearer dt-test");
        List<Signal> signals = front.signals();
        assertThat(signals)
                .extracting(one -> one.author().name())
                .containsExactly("Ana Lima", "Bo Ek");
        assertThat(signals.get(0).id()).hasToString("meeting:u1==#1");
        assertThat(signals.get(0).saidAt()).isEqualTo(Instant.parse("2026-03-02T14:00:06Z"));
        assertThat(signals.get(0).zone()).hasToString("Europe/Lisbon");
        assertThat(front.permalinks()).containsOnly("https://us02web.zoom.us/rec/share/s1");
    }

    @Test
    void aTranscriptThatCannotBeHadNowIsAskedForAgainByZoom() {
        // Given
        zoom.fails("rec/download/t1", 404);

        // When
        HttpResponse<String> refused = send(completed(zoom.url()));
        zoom.heals("rec/download/t1");
        HttpResponse<String> taken = send(completed(zoom.url()));

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(front.signals()).hasSize(2);
    }

    @Test
    void aPageInsteadOfATranscriptIsADeadLetter() {
        // Given
        zoom.says("rec/download/t1", "<html>sign in</html>");

        // When
        HttpResponse<String> answer = send(completed(zoom.url()));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(front.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("invalid-transcript"));
    }

    @Test
    void anAddressThatIsNotZoomsIsNeverCalled() {
        // When
        HttpResponse<String> answer = send(completed("https://evil.example/"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(zoom.asked).isEmpty();
        assertThat(front.deadLetters())
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.detail())
                                        .contains("download_url must be an https address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event':'recording.transcript_completed'}",
                "{'event':'recording.transcript_completed','download_token':'t','payload':{'object':{'uuid':'u'}}}",
                "{'event':'recording.transcript_completed','download_token':'t','payload':{'object':{'recording_files':[{}]}}}"
            })
    void anEventWithoutWhatItNeedsIsADeadLetter(String event) {
        // When
        HttpResponse<String> answer = send(event);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(front.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("invalid-zoom-event"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://zoom.us/x",
                "https://zoom.us.evil.example/x",
                "https://evilzoom.us/x",
                "https://evil.example/?zoom.us",
                "https://zoom.us@evil.example/",
                "ftp://zoom.us/x",
                "file:///etc/passwd",
                "not an address",
                ""
            })
    void onlyZoomsOwnHostsOverHttpsAreAllowed(String url) {
        // Given
        try (Fetch fetch = new Fetch(Duration.ofSeconds(1), 10)) {
            ZoomDownload download = new ZoomDownload(fetch, List.of("zoom.us"));

            // When / Then
            assertThat(download.isAllowed(url)).isFalse();
            assertThat(download.isAllowed("https://us02web.zoom.us/rec/1")).isTrue();
            assertThat(download.isAllowed("https://ZOOM.us/rec/1")).isTrue();
        }
    }
}
