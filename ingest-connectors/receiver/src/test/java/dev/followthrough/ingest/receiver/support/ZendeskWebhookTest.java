package dev.followthrough.ingest.receiver.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.ingest.receiver.Front;
import dev.followthrough.ingest.receiver.door.Signature;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.util.Base64;

class ZendeskWebhookTest {
    private final Front front =
            new Front(
                    "receiver.zendesk.signing.secret",
                    Front.SECRET,
                    "receiver.zendesk.subdomain",
                    "acme");

    @AfterEach
    void stop() throws Exception {
        front.close();
    }

    private HttpResponse<String> send(String body) {
        String json = body.replace('\'', '"');
        String timestamp = "2026-03-02T15:04:30Z";
        byte[] mac = Signature.sha256(Front.SECRET).of(Front.utf8(timestamp + json));
        return front.post(
                "/zendesk/webhooks",
                json,
                "X-Zendesk-Webhook-Signature-Timestamp",
                timestamp,
                "X-Zendesk-Webhook-Signature",
                Base64.getEncoder().encodeToString(mac));
    }

    private static String event(String type, String event) {
        return "{'account_id':12,'detail':{'id':'58','subject':'Export fails','description':'The export fails since Monday.','requester_id':'21','assignee_id':'31',"
                + "'created_at':'2026-03-02T09:00:00Z','status':'OPEN','organization_id':'41'},'event':"
                + event
                + ",'id':'e1','subject':'zen:ticket:58','time':'2026-03-02T15:04:00.5Z','type':'zen:event-type:ticket."
                + type
                + "','zendesk_event_version':'2022-11-06'}";
    }

    private static String comment(boolean staff, boolean visible) {
        return "{'comment':{'id':'77','body':'We will ship a fix by Friday.','is_public':"
                + visible
                + ",'author':{'id':'31','name':'Ana Lima','is_staff':"
                + staff
                + "}}}";
    }

    @Test
    void aVectorOfAnotherImplementationIsTakenAndWhatIsNearItIsNot() {
        // Given
        String body = "{\"type\":\"zen:event-type:ticket.status_changed\",\"note\":\"é\"}";
        String[] headers = {
            "X-Zendesk-Webhook-Signature-Timestamp",
            "2026-03-02T15:05:00Z",
            "X-Zendesk-Webhook-Signature",
            "+amuzyWwYo6w+mmQkI0wq55WStKGmHmxOCrOeGW64l8="
        };

        // When / Then
        assertThat(front.post("/zendesk/webhooks", body, headers).statusCode()).isEqualTo(200);
        assertThat(front.post("/zendesk/webhooks", body + "\n", headers).statusCode())
                .isEqualTo(401);
        headers[1] = "2026-03-02T15:05:01Z";
        assertThat(front.post("/zendesk/webhooks", body, headers).statusCode()).isEqualTo(401);
        assertThat(front.post("/zendesk/webhooks", body).statusCode()).isEqualTo(401);
    }

    @Test
    void aPublicReplyOfStaffIsSaidToTheRequester() {
        // When
        HttpResponse<String> answer = send(event("comment_added", comment(true, true)));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        Signal signal = front.onlySignal();
        assertThat(signal.id()).hasToString("zendesk:12/ticket/58#comment/77");
        assertThat(signal.conversation()).hasToString("zendesk:12/ticket/58");
        assertThat(signal.replyTo()).hasToString("zendesk:12/ticket/58");
        assertThat(signal.kind()).isEqualTo(SignalKind.TICKET);
        assertThat(signal.author())
                .isEqualTo(new Party("zendesk:12/user/31", "Ana Lima", null, Side.OURS));
        assertThat(signal.audience())
                .containsExactly(new Party("zendesk:12/user/21", null, null, Side.CUSTOMER));
        assertThat(signal.refAt(0))
                .isEqualTo("https://acme.zendesk.com/agent/tickets/58#comment-77");
        assertThat(front.permalinks())
                .containsExactly("https://acme.zendesk.com/agent/tickets/58#comment-77");
        assertThat(front.keys().get(0)).startsWith("ingest.signal.support.v1 ");
    }

    @Test
    void anInternalNoteIsHeardByNobodyOutside() {
        // When
        send(event("comment_added", comment(true, false)));

        // Then
        assertThat(front.onlySignal().kind()).isEqualTo(SignalKind.NOTE);
        assertThat(front.onlySignal().audience()).isEmpty();
    }

    @Test
    void aNewTicketIsSaidByItsRequesterWhenItWasWritten() {
        // When
        send(event("created", "{}"));

        // Then
        Signal signal = front.onlySignal();
        assertThat(signal.text()).isEqualTo("Export fails\nThe export fails since Monday.");
        assertThat(signal.author().side()).isEqualTo(Side.CUSTOMER);
        assertThat(signal.saidAt()).isEqualTo("2026-03-02T09:00:00Z");
    }

    @Test
    void theFirstCommentIsTheTicketItself() {
        // When
        send(
                event(
                        "comment_added",
                        "{'comment':{'id':'1','body':'The export fails since Monday.','author':{'id':'21','is_staff':false}}}"));

        // Then
        assertThat(front.stored).isEmpty();
        assertThat(front.count("skipped", "zendesk", "reason", "description")).isEqualTo(1);
    }

    @Test
    void aRedactedCommentIsTakenBack() {
        // When
        send(event("comment_redacted", comment(true, true)));

        // Then
        assertThat(front.onlySignal().deleted()).isTrue();
        assertThat(front.onlySignal().text()).isEmpty();
        assertThat(front.onlySignal().revision()).isEqualTo(1_772_463_840_500L);
    }

    @Test
    void whatIsNeitherTicketNorUserIsLeftOutAndWhatIsBrokenIsADeadLetter() {
        // When
        send("{'type':'zen:event-type:organization.created'}");
        send("{'type':'zen:event-type:ticket.created','account_id':1}");
        send(event("comment_added", "{}"));

        // Then
        assertThat(front.signals()).isEmpty();
        assertThat(front.count("skipped", "zendesk", "reason", "event-type")).isEqualTo(1);
        assertThat(front.deadLetters())
                .hasSize(2)
                .allMatch(letter -> letter.reason().equals("invalid-zendesk-event"));
    }

    private static String user(String type, String detail) {
        return "{'account_id':12,'detail':"
                + detail
                + ",'event':{},'id':'e2','subject':'zen:user:21','time':'2026-03-02T15:04:00Z','type':'zen:event-type:user."
                + type
                + "','zendesk_event_version':'2022-06-20'}";
    }

    @ParameterizedTest
    @CsvSource({"end-user, CUSTOMER", "agent, OURS", "admin, OURS"})
    void aUserEventSaysWhichAddressTheAuthorOfATicketHas(String role, Side side) {
        // When
        send(user("created", "{'id':'21','email':'Bo@Acme.example','role':'" + role + "'}"));

        // Then
        assertThat(front.entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        DirectoryEntry.Person.class,
                        person ->
                                assertThat(person.party())
                                        .isEqualTo(
                                                new Party(
                                                        "zendesk:12/user/21",
                                                        null,
                                                        "bo@acme.example",
                                                        side)));
    }

    @Test
    void aDeletedUserIsErasedAndOneWithoutAddressLeftOut() {
        // When
        send(user("deleted", "{'id':'21','email':'bo@acme.example','role':'end-user'}"));
        send(user("created", "{'id':'22','email':'','role':'end-user'}"));

        // Then
        assertThat(front.stored)
                .singleElement()
                .satisfies(one -> assertThat(one.value()).isNull())
                .satisfies(one -> assertThat(one.key()).asString().contains("zendesk:12"));
        assertThat(front.count("skipped", "zendesk", "reason", "no-address")).isEqualTo(1);
    }
}
