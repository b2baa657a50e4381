package dev.followthrough.ingest.receiver.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.ingest.receiver.Front;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.util.List;

class SlackEventsWebhookTest {
    private static final String TS = "1772463811.123456";

    private final Front front =
            new Front(
                    "receiver.slack.signing.secret",
                    Front.SECRET,
                    "receiver.slack.channels",
                    "C1,C2");

    @AfterEach
    void close() throws Exception {
        front.close();
    }

    private static String callback(String event) {
        return ("{'type':'event_callback','team_id':'T1','api_app_id':'A1','event_id':'Ev1','event_time':1772463811,"
                        + "'authorizations':[{'team_id':'T1','user_id':'U9','is_bot':true}],'event':"
                        + event
                        + "}")
                .replace('\'', '"');
    }

    private static String message(String more) {
        return "{'type':'message','channel':'C1','channel_type':'channel','user':'U1','ts':'"
                + TS
                + "','event_ts':'"
                + TS
                + "',"
                + more
                + "}";
    }

    @Test
    void theQuestionWhetherWeAreHereIsAnsweredWithItsChallenge() {
        // When
        HttpResponse<String> answer =
                front.slack("{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("3eZbrw1a");
        assertThat(front.stored).isEmpty();
    }

    @Test
    void aMessageIsStoredBeforeItIsAnswered() {
        // When
        HttpResponse<String> answer =
                front.slack(callback(message("'text':'I will send it on Friday'")));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        Signal signal = front.onlySignal();
        assertThat(signal.id().value()).isEqualTo("slack:T1/C1/" + TS);
        assertThat(signal.text()).isEqualTo("I will send it on Friday");
        assertThat(front.keys().get(0))
                .startsWith("ingest.signal.slack.v1 slack:T1/C1~slack:T1/C1/" + TS + "~0~");
        assertThat(front.count("received", "slack-events")).isEqualTo(1);
        assertThat(front.count("published", "slack-events", "topic", "ingest.signal.slack.v1"))
                .isEqualTo(1);
    }

    @Test
    void aRetryHasTheSameKeyWhateverItsHeaderSays() {
        // Given
        String json = callback(message("'text':'I will send it'"));
        front.slack(json);

        // When
        front.slack(json, "X-Slack-Retry-Num", "1", "X-Slack-Retry-Reason", "http_timeout");

        // Then
        assertThat(front.keys()).hasSize(2);
        assertThat(front.keys().get(0)).isEqualTo(front.keys().get(1));
    }

    @Test
    void anEditIsALaterRevisionOfTheSameSignal() {
        // When
        front.slack(
                callback(
                        "{'type':'message','subtype':'message_changed','hidden':true,'channel':'C1','ts':'1772463899.000100','event_ts':'1772463899.000100',"
                                + "'message':{'type':'message','user':'U1','text':'by Monday','ts':'"
                                + TS
                                + "','edited':{'user':'U1','ts':'1772463899.000000'}},"
                                + "'previous_message':{'type':'message','user':'U1','text':'by Friday','ts':'"
                                + TS
                                + "'}}"));

        // Then
        Signal signal = front.onlySignal();
        assertThat(signal.id().value()).isEqualTo("slack:T1/C1/" + TS);
        assertThat(signal.revision()).isEqualTo(1_772_463_899_000L);
        assertThat(signal.text()).isEqualTo("by Monday");
    }

    @Test
    void anUnfurledLinkIsNoEdit() {
        // When
        HttpResponse<String> answer =
                front.slack(
                        callback(
                                "{'type':'message','subtype':'message_changed','channel':'C1','ts':'1772463899.000100',"
                                        + "'message':{'type':'message','user':'U1','text':'see x.example','ts':'"
                                        + TS
                                        + "','attachments':[{'title':'X'}]},'previous_message':{'user':'U1','text':'see x.example','ts':'"
                                        + TS
                                        + "'}}"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(front.stored).isEmpty();
        assertThat(front.count("skipped", "slack-events", "reason", "unchanged-text")).isEqualTo(1);
    }

    @Test
    void aDeletionIsTheLastRevisionAlsoWhereTheMessageNeverCame() {
        // When
        front.slack(
                callback(
                        "{'type':'message','subtype':'message_deleted','hidden':true,'channel':'C1','ts':'1772463899.1','deleted_ts':'"
                                + TS
                                + "','previous_message':{'user':'U1','text':'oops','ts':'"
                                + TS
                                + "'}}"));

        // Then
        Signal signal = front.onlySignal();
        assertThat(signal.deleted()).isTrue();
        assertThat(signal.text()).isEmpty();
        assertThat(signal.revision()).isGreaterThan(9_000_000_000_000L);
    }

    @Test
    void aReactionIsASignalOfItsOwn() {
        // When
        front.slack(
                callback(
                        "{'type':'reaction_added','user':'U2','reaction':'white_check_mark','item_user':'U1','event_ts':'1772463890.000100',"
                                + "'item':{'type':'message','channel':'C1','ts':'"
                                + TS
                                + "'}}"));

        // Then
        Signal signal = front.onlySignal();
        assertThat(signal.kind()).isEqualTo(SignalKind.REACTION);
        assertThat(signal.facts().reaction()).isEqualTo("white_check_mark");
        assertThat(signal.replyTo()).hasToString("slack:T1/C1/" + TS);
        assertThat(signal.audience()).extracting(Party::id).containsExactly("slack:T1/U1");
    }

    @Test
    void aChangedProfileIsKnown() {
        // When
        front.slack(
                callback(
                        "{'type':'user_change','user':{'id':'U1','team_id':'T1','name':'ana','tz':'Europe/Lisbon',"
                                + "'profile':{'real_name':'Ana Lima','email':'ana@ours.example'}}}"));

        // Then
        assertThat(front.entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        DirectoryEntry.Person.class,
                        person -> {
                            assertThat(person.party().email()).isEqualTo("ana@ours.example");
                            assertThat(person.party().side()).isEqualTo(Side.OURS);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'message','channel':'D1','channel_type':'im','user':'U1','ts':'1772463811.1','text':'hi'} | direct-message",
                "{'type':'message','channel':'G1','channel_type':'mpim','user':'U1','ts':'1772463811.1','text':'hi'} | direct-message",
                "{'type':'message','channel':'C7','channel_type':'channel','user':'U1','ts':'1772463811.1','text':'hi'} | channel-not-allowed",
                "{'type':'message','subtype':'bot_message','bot_id':'B1','channel':'C1','ts':'1772463811.1','text':'hi'} | bot",
                "{'type':'message','user':'U1','bot_id':'B1','channel':'C1','ts':'1772463811.1','text':'hi'} | bot",
                "{'type':'message','subtype':'channel_join','user':'U1','channel':'C1','ts':'1772463811.1','text':'hi'} | channel-join",
                "{'type':'member_joined_channel','user':'U1','channel':'C1'} | needs-bot-token",
                "{'type':'app_home_opened','user':'U1'} | event-type"
            })
    void whatIsNotReadIsAnsweredAndCountedByItsReason(String event, String reason) {
        // When
        HttpResponse<String> answer = front.slack(callback(event.replace('"', '\'')));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(front.stored).isEmpty();
        assertThat(front.count("skipped", "slack-events", "reason", reason)).isEqualTo(1);
    }

    @Test
    void thatSlackKeptEventsBackIsCounted() {
        // When
        HttpResponse<String> answer =
                front.slack(
                        "{\"type\":\"app_rate_limited\",\"team_id\":\"T1\",\"minute_rate_limited\":1772463840,\"api_app_id\":\"A1\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(front.count("skipped", "slack-events", "reason", "rate-limited-gap"))
                .isEqualTo(1);
    }

    @Test
    void aMessageThatCannotBeReadIsADeadLetterWithItsBytes() {
        // When
        HttpResponse<String> answer =
                front.slack(
                        callback(
                                "{'type':'message','channel':'C1','user':'U1','ts':'soon','text':'hi'}"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(front.deadLetters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.reason()).isEqualTo("invalid-slack-message");
                            assertThat(letter.bytes()).isNotBlank();
                        });
    }

    @Test
    void halfACharacterIsTakenAndNotSentForEver() {
        // When
        HttpResponse<String> answer =
                front.slack(callback(message("'text':'I will \\ud83d send it'")));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(front.stored).hasSize(1);
        assertThat(front.signals().size() + front.deadLetters().size()).isEqualTo(1);
    }

    @Test
    void anotherSignatureIs401AndNothingIsRead() {
        // When
        HttpResponse<String> answer =
                front.post(
                        "/slack/events",
                        callback(message("'text':'x'")),
                        Front.slackHeaders("another body"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(front.stored).isEmpty();
        assertThat(front.count("rejected", "slack-events", "reason", "refused-401")).isEqualTo(1);
    }

    @Test
    void noJsonIs400WithItsPositionAndIsNotSentAgain() {
        // When
        HttpResponse<String> answer = front.slack("{\"type\":\n  oops}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("line 2, column");
        assertThat(answer.headers().firstValue("X-Slack-No-Retry")).hasValue("1");
    }

    @Test
    void whileTheBrokerIsDownSlackIsAskedToSendAgainAndNothingIsLost() {
        // Given
        String json = callback(message("'text':'I will send it'"));
        front.brokerDown();

        // When
        HttpResponse<String> refused = front.slack(json);
        front.healed();
        HttpResponse<String> taken = front.slack(json, "X-Slack-Retry-Num", "1");

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(front.signals()).hasSize(1);
    }

    @Test
    void killedBetweenWriteAndAnswerTheSecondDeliveryIsTheSameRecord() {
        // Given
        String json = callback(message("'text':'I will send it'"));
        front.killedBehindTheWrite();

        // When
        int first = front.slack(json).statusCode();
        front.healed();
        int second = front.slack(json).statusCode();

        // Then
        assertThat(List.of(first, second)).containsExactly(500, 200);
        assertThat(front.keys()).hasSize(2);
        assertThat(front.keys().get(0)).isEqualTo(front.keys().get(1));
        assertThat(front.stored.get(0).value()).isEqualTo(front.stored.get(1).value());
    }

    @Test
    void withoutASecretThereIsNoRoute() throws Exception {
        // Given
        try (Front bare = new Front()) {
            // When / Then
            assertThat(bare.slack("{}").statusCode()).isEqualTo(404);
        }
    }
}
