package dev.followthrough.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.receiver.door.Signature;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whatever a sender signs: it is taken, or refused with a problem, and never breaks anything. */
class BodiesFuzzTest {
    private static final String HUBSPOT = "https://hooks.example.com/hubspot/webhooks";
    private static final Set<Integer> ALLOWED = Set.of(200, 202, 400, 413, 422, 503);
    private static final List<String> SEEDS =
            List.of(
                    "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"authorizations\":[{\"team_id\":\"T1\"}],\"event\":{\"type\":\"message\",\"subtype\":\"message_changed\",\"channel\":\"C1\",\"user\":\"U1\",\"text\":\"<@U2> hi\",\"ts\":\"1772463811.1\",\"message\":{\"user\":\"U1\",\"ts\":\"1.1\"}}}",
                    "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"reaction_added\",\"user\":\"U1\",\"reaction\":\"x\",\"item_user\":\"U2\",\"item\":{\"channel\":\"C1\",\"ts\":\"1.1\"},\"event_ts\":\"1.2\"}}",
                    "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"user_change\",\"user\":{\"id\":\"U1\",\"profile\":{\"email\":\"a@b.example\"}}}}",
                    "[{\"subscriptionType\":\"deal.creation\",\"objectId\":1},{\"subscriptionType\":\"object.deletion\",\"objectTypeId\":\"0-46\",\"objectId\":2}]",
                    "{\"event\":\"recording.transcript_completed\",\"download_token\":\"t\",\"payload\":{\"object\":{\"uuid\":\"u\",\"start_time\":\"2026-03-02T14:00:00Z\",\"recording_files\":[{\"id\":\"t\",\"file_type\":\"TRANSCRIPT\",\"download_url\":\"https://evil.example/\",\"recording_start\":\"2026-03-02T14:00:00Z\"}]}}}",
                    "{\"account_id\":1,\"detail\":{\"id\":\"5\",\"description\":\"d\"},\"event\":{\"comment\":{\"id\":1,\"body\":\"b\",\"author\":{\"id\":1,\"is_staff\":true}}},\"time\":\"2026-03-02T15:00:00Z\",\"type\":\"zen:event-type:ticket.comment_added\"}",
                    "{\"app_id\":\"a\",\"topic\":\"conversation.user.created\",\"data\":{\"item\":{\"id\":\"1\",\"created_at\":1,\"source\":{\"body\":\"<p>x\"},\"conversation_parts\":{\"conversation_parts\":[{\"id\":1,\"created_at\":2,\"body\":\"y\"}]}}}}",
                    "{\"id\":1,\"created_at\":\"2026-03-02\",\"text\":\"x\",\"batch\":[{\"id\":null}]}");
    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    ",",
                    ":",
                    "null",
                    "true",
                    "-1",
                    "1e999",
                    "99999999999999999999",
                    "\"\\ud800\"",
                    "\"\u0000\"",
                    "\"~\"",
                    "\"" + "é".repeat(40) + "\"",
                    "0.1",
                    "{}",
                    "[]",
                    "\"\"",
                    "<b>",
                    "&#0;");

    private static @Nullable Front front;

    @BeforeContainer
    static void start() {
        front =
                new Front(
                        "receiver.slack.signing.secret", Front.SECRET,
                        "receiver.hubspot.client.secret", Front.SECRET,
                        "receiver.hubspot.access.token", "t",
                        "receiver.hubspot.public.url", HUBSPOT,
                        "receiver.hubspot.endpoint", "http://127.0.0.1:1/",
                        "receiver.zoom.secret.token", Front.SECRET,
                        "receiver.zendesk.signing.secret", Front.SECRET,
                        "receiver.intercom.client.secret", Front.SECRET,
                        "receiver.events.any.secret", Front.SECRET,
                        "receiver.requests.per.second", "1000000");
    }

    @AfterContainer
    static void stop() throws Exception {
        Objects.requireNonNull(front).close();
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<byte[]> mutated =
                Arbitraries.of(SEEDS)
                        .flatMap(
                                seed ->
                                        Arbitraries.integers()
                                                .between(0, seed.length())
                                                .flatMap(at -> changed(seed, at)));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, mutated),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(SEEDS).map(Front::utf8)),
                net.jqwik.api.Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(300)));
    }

    private static Arbitrary<byte[]> changed(String seed, int at) {
        return Arbitraries.of(PIECES)
                .flatMap(
                        piece ->
                                Arbitraries.integers()
                                        .between(0, 12)
                                        .map(
                                                cut ->
                                                        Front.utf8(
                                                                seed.substring(0, at)
                                                                        + piece
                                                                        + seed.substring(
                                                                                Math.min(
                                                                                        seed
                                                                                                .length(),
                                                                                        at
                                                                                                + cut)))));
    }

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void anyBodyIsTakenOrRefusedWithAProblem(@ForAll("bodies") byte[] body) {
        String time = Long.toString(Front.NOW.getEpochSecond());
        check(
                post(
                        "/slack/events",
                        body,
                        "X-Slack-Request-Timestamp",
                        time,
                        "X-Slack-Signature",
                        "v0=" + hex(Front.utf8("v0:" + time + ":"), body)));
        check(
                post(
                        "/zoom/webhooks",
                        body,
                        "x-zm-request-timestamp",
                        time,
                        "x-zm-signature",
                        "v0=" + hex(Front.utf8("v0:" + time + ":"), body)));
        check(
                post(
                        "/zendesk/webhooks",
                        body,
                        "X-Zendesk-Webhook-Signature-Timestamp",
                        time,
                        "X-Zendesk-Webhook-Signature",
                        base64(Front.utf8(time), body)));
        check(
                post(
                        "/intercom/webhooks",
                        body,
                        "X-Hub-Signature",
                        "sha1=" + HexFormat.of().formatHex(Signature.sha1(Front.SECRET).of(body))));
        check(post("/v1/events/any", body, "X-Signature-256", hex(body)));
        check(
                post(
                        "/hubspot/webhooks",
                        body,
                        "X-HubSpot-Request-Timestamp",
                        time + "000",
                        "X-HubSpot-Signature-v3",
                        base64(Front.utf8("POST" + HUBSPOT), body, Front.utf8(time + "000"))));
    }

    private static HttpResponse<String> post(String path, byte[] body, String... headers) {
        return Objects.requireNonNull(front).post(path, body, headers);
    }

    private static void check(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isIn(ALLOWED);
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
        }
    }

    private static String hex(byte[]... parts) {
        return HexFormat.of().formatHex(Signature.sha256(Front.SECRET).of(parts));
    }

    private static String base64(byte[]... parts) {
        return Base64.getEncoder().encodeToString(Signature.sha256(Front.SECRET).of(parts));
    }

    @Property(tries = 20)
    void aBodyThatIsTooLongIs413(@ForAll("lengths") int length) {
        byte[] body = " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
        assertThat(post("/slack/events", body).statusCode()).isEqualTo(413);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(65_537, 300_000);
    }
}
