package dev.followthrough.ingest.receiver.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.ingest.receiver.Front;
import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.service.config.ConfigException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.util.HexFormat;

/**
 * Two tools that nobody wrote code for: an issue tracker that signs, a product that has a token.
 */
class EventWebhookTest {
    private static final String TOKEN = "product-token-0123456789";

    private final Front front =
            new Front(
                    "receiver.events.issues.secret", Front.SECRET,
                    "receiver.events.issues.when", "/action=created",
                    "receiver.events.issues.kind", "task",
                    "receiver.events.issues.id", "/comment/id",
                    "receiver.events.issues.conversation", "/issue/key",
                    "receiver.events.issues.at", "/comment/created",
                    "receiver.events.issues.revision", "/comment/updated",
                    "receiver.events.issues.zone", "Europe/Lisbon",
                    "receiver.events.issues.text", "/issue/title,/comment/body",
                    "receiver.events.issues.author.id", "/comment/user/id",
                    "receiver.events.issues.author.name", "/comment/user/name",
                    "receiver.events.issues.author.email", "/comment/user/email",
                    "receiver.events.issues.author.ours", "/comment/user/staff",
                    "receiver.events.issues.account", "/issue/customer",
                    "receiver.events.issues.link", "/comment/url",
                    "receiver.events.product.secret", TOKEN,
                    "receiver.events.product.check", "token",
                    "receiver.events.product.to", "support",
                    "receiver.events.product.kind", "ticket",
                    "receiver.events.product.side", "customer",
                    "receiver.events.product.items", "/batch",
                    "receiver.events.product.deleted", "/gone");

    @AfterEach
    void stop() throws Exception {
        front.close();
    }

    private HttpResponse<String> signed(String body) {
        String json = body.replace('\'', '"');
        byte[] mac = Signature.sha256(Front.SECRET).of(Front.utf8(json));
        return front.post(
                "/v1/events/issues",
                json,
                "X-Signature-256",
                "sha256=" + HexFormat.of().formatHex(mac));
    }

    private HttpResponse<String> product(String body) {
        return front.post(
                "/v1/events/product", body.replace('\'', '"'), "Authorization", "Bearer " + TOKEN);
    }

    private static String comment() {
        return "{'action':'created','issue':{'key':'OPS-7','title':'Export','customer':'hubspot:company/7'},'comment':{'id':41,'created':'2026-03-02T14:00:00.000+0000',"
                + "'updated':1772463811000,'body':'<p>I will fix it by <b>Friday</b></p>','url':'https://issues.example/OPS-7#41',"
                + "'user':{'id':'ana','name':'Ana Lima','email':'ana@ours.example','staff':true}}}";
    }

    @Test
    void declaredFieldsMakeASignal() {
        // When
        HttpResponse<String> answer = signed(comment());

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"published\":1,\"skipped\":0,\"rejected\":0}");
        Signal signal = front.onlySignal();
        assertThat(signal.id()).hasToString("event:issues/41");
        assertThat(signal.conversation()).hasToString("event:issues/OPS-7");
        assertThat(signal.kind()).isEqualTo(SignalKind.TASK);
        assertThat(signal.text()).isEqualTo("Export\nI will fix it by Friday");
        assertThat(signal.saidAt()).isEqualTo("2026-03-02T14:00:00Z");
        assertThat(signal.zone()).hasToString("Europe/Lisbon");
        assertThat(signal.revision()).isEqualTo(1_772_463_811_000L);
        assertThat(signal.author().id()).isEqualTo("event:issues/ana");
        assertThat(signal.author().side()).isEqualTo(Side.OURS);
        assertThat(signal.account()).hasToString("hubspot:company/7");
        assertThat(signal.refAt(0)).isEqualTo("https://issues.example/OPS-7#41");
        assertThat(front.keys().get(0)).startsWith("ingest.signal.event.v1 event:issues/OPS-7~");
    }

    @Test
    void whatConditionsLeaveOutIsCounted() {
        // When
        HttpResponse<String> answer =
                signed(comment().replace("created','issue'", "closed','issue'"));

        // Then
        assertThat(answer.body()).isEqualTo("{\"published\":0,\"skipped\":1,\"rejected\":0}");
        assertThat(front.stored).isEmpty();
    }

    @Test
    void aBatchIsManySignalsAndWhatIsBrokenInItIsADeadLetter() {
        // When
        HttpResponse<String> answer =
                product(
                        "{'batch':[{'id':'a','created_at':1772463811,'text':'We cannot log in'},{'id':'b','created_at':'2026-03-02','text':'x'},"
                                + "{'id':'c','text':'no time'},{'id':'d','created_at':1772463811},{'id':'a','created_at':1772463811,'gone':true},7]}");

        // Then
        assertThat(answer.body()).isEqualTo("{\"published\":3,\"skipped\":1,\"rejected\":2}");
        assertThat(front.signals()).extracting(Signal::deleted).containsExactly(false, false, true);
        assertThat(front.signals().get(0).author().side()).isEqualTo(Side.CUSTOMER);
        assertThat(front.keys().get(0)).startsWith("ingest.signal.support.v1 ");
        assertThat(front.deadLetters())
                .extracting(letter -> letter.detail())
                .containsExactly(
                        "time must stand at /created_at, did not",
                        "item must be an object, was NUMBER");
    }

    @Test
    void sentAgainItHasTheSameKeys() {
        // When
        signed(comment());
        signed(comment());

        // Then
        assertThat(front.keys().get(0)).isEqualTo(front.keys().get(1));
    }

    @Test
    void anotherSecretSourceOrTokenIsRefused() {
        assertThat(
                        front.post(
                                        "/v1/events/product",
                                        "{}",
                                        "Authorization",
                                        "Bearer " + TOKEN + "x")
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        front.post("/v1/events/issues", "{}", "X-Signature-256", "sha256=00")
                                .statusCode())
                .isEqualTo(401);
        assertThat(front.post("/v1/events/issues", "{}").statusCode()).isEqualTo(401);
        assertThat(front.post("/v1/events/nobody", "{}").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"hex", "base64", "prefixed"})
    void aTimestampThatIsSignedIsCheckedToo(String form) throws Exception {
        // Given
        try (Front timed =
                new Front(
                        "receiver.events.timed.secret", Front.SECRET,
                        "receiver.events.timed.header", "X-Sig",
                        "receiver.events.timed.timestamp.header", "X-Time")) {
            String body = "{\"id\":1,\"created_at\":1772463811,\"text\":\"on Friday\"}";

            // When / Then
            assertThat(
                            timed.post("/v1/events/timed", body, headers(form, "1772463900", body))
                                    .statusCode())
                    .isEqualTo(202);
            assertThat(
                            timed.post("/v1/events/timed", body, headers(form, "1772463500", body))
                                    .statusCode())
                    .isEqualTo(401);
        }
    }

    private static String[] headers(String form, String time, String body) {
        byte[] mac = Signature.sha256(Front.SECRET).of(Front.utf8(time + "." + body));
        String hex = HexFormat.of().formatHex(mac);
        String value =
                switch (form) {
                    case "hex" -> hex;
                    case "prefixed" -> "sha256=" + hex;
                    default -> java.util.Base64.getEncoder().encodeToString(mac);
                };
        return new String[] {"X-Time", time, "X-Sig", value};
    }

    @Test
    void aWrongDeclarationStopsTheStartAndSaysWhatIsWrong() {
        assertThatThrownBy(
                        () ->
                                new Front(
                                        "receiver.events.x.id", "issue.id",
                                        "receiver.events.x.zone", "Mars",
                                        "receiver.events.x.when", "created",
                                        "receiver.events.x.txt", "/text"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("receiver.events.x.secret")
                .hasMessageContaining("must be a JSON Pointer")
                .hasMessageContaining("must be a time zone")
                .hasMessageContaining("must be pairs such as")
                .hasMessageContaining("receiver.events.x.text");
    }

    @Test
    void howFarBehindTheToolWeAreIsMeasuredFromTheLastEdit() {
        // Given
        double seconds = Front.NOW.toEpochMilli() / 1000.0 - 1772463811;

        // When
        signed(comment());

        // Then
        assertThat(front.lag("events-issues")).isEqualTo(seconds);
    }
}
