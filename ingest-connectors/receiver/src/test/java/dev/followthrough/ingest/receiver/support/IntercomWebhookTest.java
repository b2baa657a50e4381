package dev.followthrough.ingest.receiver.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.ingest.receiver.Front;
import dev.followthrough.ingest.receiver.door.Signature;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;

class IntercomWebhookTest {
    private final Front front = new Front("receiver.intercom.client.secret", Front.SECRET);

    @AfterEach
    void stop() throws Exception {
        front.close();
    }

    private HttpResponse<String> send(String body) {
        String json = body.replace('\'', '"');
        byte[] mac = Signature.sha1(Front.SECRET).of(Front.utf8(json));
        return front.post(
                "/intercom/webhooks",
                json,
                "X-Hub-Signature",
                "sha1=" + HexFormat.of().formatHex(mac));
    }

    private static String event(String topic, String item) {
        return "{'type':'notification_event','app_id':'app1','topic':'"
                + topic
                + "','data':{'type':'notification_event_data','item':"
                + item
                + "}}";
    }

    private static String conversation(String parts) {
        return "{'type':'conversation','id':'900','created_at':1772460000,'updated_at':1772463811,'user':{'type':'user','id':'u7','name':'Bo Ek','email':'bo@acme.example'},"
                + "'assignee':{'type':'admin','id':'31','name':'Ana Lima'},'conversation_message':{'id':'1','subject':'','body':'<p>Can you export?</p>',"
                + "'author':{'type':'user','id':'u7'}},'links':{'conversation_web':'https://app.intercom.io/a/apps/app1/conversations/900'},"
                + "'conversation_parts':{'conversation_parts':["
                + parts
                + "]}}";
    }

    private static String part(String type, String author, String more) {
        return "{'type':'conversation_part','id':'p1','part_type':'"
                + type
                + "','body':'<p>We will export it <b>on Friday</b>.</p>','created_at':1772463811,'updated_at':1772463811,'author':"
                + author
                + ",'attachments':[{'name':'plan.pdf'}]"
                + more
                + "}";
    }

    private static final String ANA =
            "{'type':'admin','id':'31','name':'Ana Lima','email':'ana@ours.example'}";

    @Test
    void aVectorOfAnotherImplementationIsTakenAndWhatIsNearItIsNot() {
        // Given
        String body = "{\"type\":\"notification_event\",\"topic\":\"ping\",\"note\":\"é\"}";
        String signature = "sha1=201b59cab28ea0483f8830a8cd045aa8974cec7b";

        // When / Then
        assertThat(
                        front.post("/intercom/webhooks", body, "X-Hub-Signature", signature)
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        front.post("/intercom/webhooks", body + " ", "X-Hub-Signature", signature)
                                .statusCode())
                .isEqualTo(401);
        assertThat(front.post("/intercom/webhooks", body).statusCode()).isEqualTo(401);
    }

    @Test
    void aReplyOfATeammateIsSaidToTheCustomer() {
        // When
        HttpResponse<String> answer =
                send(event("conversation.admin.replied", conversation(part("comment", ANA, ""))));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        Signal signal = front.onlySignal();
        assertThat(signal.id()).hasToString("intercom:app1/900#part/p1");
        assertThat(signal.text()).isEqualTo("We will export it on Friday.");
        assertThat(signal.kind()).isEqualTo(SignalKind.TICKET);
        assertThat(signal.author())
                .isEqualTo(
                        new Party("intercom:app1/31", "Ana Lima", "ana@ours.example", Side.OURS));
        assertThat(signal.audience())
                .containsExactly(
                        new Party("intercom:app1/u7", "Bo Ek", "bo@acme.example", Side.CUSTOMER));
        assertThat(signal.facts().attachments()).containsExactly("plan.pdf");
        assertThat(signal.refAt(0))
                .isEqualTo("https://app.intercom.io/a/apps/app1/conversations/900");
        assertThat(front.permalinks())
                .containsOnly("https://app.intercom.io/a/apps/app1/conversations/900");
    }

    @Test
    void aNoteIsInternalAndABotIsLeftOut() {
        // When
        send(event("conversation.admin.noted", conversation(part("note", ANA, ""))));
        send(
                event(
                        "conversation.admin.replied",
                        conversation(part("comment", "{'type':'bot','id':'b'}", ""))));

        // Then
        assertThat(front.onlySignal().kind()).isEqualTo(SignalKind.NOTE);
        assertThat(front.onlySignal().audience()).isEmpty();
        assertThat(front.count("skipped", "intercom", "reason", "bot")).isEqualTo(1);
    }

    @Test
    void whatOpenedAConversationIsItsFirstSignal() {
        // When
        send(event("conversation.user.created", conversation("")));

        // Then
        Signal signal = front.onlySignal();
        assertThat(signal.id()).hasToString("intercom:app1/900");
        assertThat(signal.replyTo()).isNull();
        assertThat(signal.text()).isEqualTo("Can you export?");
        assertThat(signal.author().side()).isEqualTo(Side.CUSTOMER);
    }

    @Test
    void aNewTicketIsItsTitleAndDescription() {
        // When
        send(
                event(
                        "ticket.created",
                        "{'type':'ticket','id':'t1','created_at':1772460000,'ticket_attributes':{'_default_title_':'Export','_default_description_':'Fails.'},"
                                + "'contacts':{'contacts':[{'type':'contact','id':'u7'}]}}"));

        // Then
        assertThat(front.onlySignal().id()).hasToString("intercom:app1/ticket/t1");
        assertThat(front.onlySignal().text()).isEqualTo("Export\nFails.");
        assertThat(front.onlySignal().author().side()).isEqualTo(Side.CUSTOMER);
    }

    @Test
    void aRedactedPartIsTakenBack() {
        // When
        send(
                event(
                        "conversation_part.redacted",
                        conversation(
                                part("comment", ANA, ",'redacted':true")
                                        .replace(
                                                "'updated_at':1772463811,'author'",
                                                "'updated_at':1772463899,'author'"))));

        // Then
        assertThat(front.onlySignal().deleted()).isTrue();
        assertThat(front.onlySignal().revision()).isEqualTo(1_772_463_899_000L);
    }

    @Test
    void whatHasNoWordsIsLeftOutAndWhatIsBrokenIsADeadLetter() {
        // When
        send(event("user.created", "{}"));
        send(event("conversation.admin.closed", conversation("")));
        send(event("conversation.admin.replied", conversation("{'body':'x'}")));
        send(event("conversation.admin.replied", "7"));

        // Then
        assertThat(front.signals()).isEmpty();
        assertThat(front.count("skipped", "intercom")).isEqualTo(2);
        assertThat(front.deadLetters()).hasSize(2);
    }

    @Test
    void aDeletedConversationTakesBackWhatOpenedIt() {
        // Given
        send(event("conversation.user.created", conversation("")));

        // When
        send(
                event("conversation.deleted", "{'type':'conversation','id':'900'}")
                        .replace("'topic'", "'created_at':1772463900,'topic'"));

        // Then
        List<Signal> signals = front.signals();
        assertThat(signals).hasSize(2);
        assertThat(signals.get(1).id()).isEqualTo(signals.get(0).id());
        assertThat(signals.get(1).deleted()).isTrue();
        assertThat(signals.get(1).revision()).isGreaterThan(signals.get(0).revision());
    }
}
