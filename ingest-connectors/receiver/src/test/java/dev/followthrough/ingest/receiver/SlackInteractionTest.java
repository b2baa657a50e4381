package dev.followthrough.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.ingest.receiver.slack.SlackSignature;
import dev.followthrough.service.http.Problem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A click on one of our buttons, over real HTTP, signed as Slack signs. */
class SlackInteractionTest {
    private static final String VALUE =
            """
            {"conversation":"slack:T1/C7","signal":"slack:T1/C7/1772000000.000100","utterance":1,
             "quote":"we'll send you the redlines","seen":["a1"],"snooze_hours":24}
            """;

    private final Door door = new Door(new SlackSignature(Door.SECRET));

    @AfterEach
    void close() {
        door.close();
    }

    private static String payload(String actionId, String value) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("type", "block_actions");
        payload.putObject("team").put("id", "T1");
        payload.putObject("user").put("id", "U1").put("name", "ana").put("team_id", "T1");
        payload.putObject("container")
                .put("channel_id", "C9")
                .put("message_ts", "1772463000.000200");
        payload.putArray("actions")
                .addObject()
                .put("action_id", actionId)
                .put("action_ts", "1772463899.123456")
                .put("type", "button")
                .put("value", value);
        return payload.toString();
    }

    private static String form(String payload) {
        return "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
    }

    private static String sign(String timestamp, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Door.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "v0="
                + HexFormat.of()
                        .formatHex(
                                mac.doFinal(
                                        ("v0:" + timestamp + ":" + body)
                                                .getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> click(String form) throws Exception {
        return click(form, Long.toString(Door.NOW.getEpochSecond()));
    }

    private HttpResponse<String> click(String form, String timestamp) throws Exception {
        return door.post(
                "/slack/interactions",
                form,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-Slack-Request-Timestamp",
                timestamp,
                "X-Slack-Signature",
                sign(timestamp, form));
    }

    @Test
    void aButtonCarriesEverythingSoThatNothingIsLookedUp() throws Exception {
        // When
        HttpResponse<String> answer = click(form(payload("assign", VALUE)));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        Party ana = new Party("slack:T1/U1", "ana", null, Side.OURS);
        assertThat(door.stored)
                .containsOnlyKeys("slack:T1/C7~slack:T1/C9/1772463000.000200/U1/1772463899.123456");
        assertThat(door.only())
                .isEqualTo(
                        new Action(
                                new ActionId("slack:T1/C9/1772463000.000200/U1/1772463899.123456"),
                                ActionKind.ASSIGN,
                                new ConversationId("slack:T1/C7"),
                                new SignalId("slack:T1/C7/1772000000.000100"),
                                1,
                                "we'll send you the redlines",
                                ana,
                                Instant.parse("2026-03-02T15:04:59.123456Z"),
                                List.of(new ActionId("a1")),
                                ana,
                                null,
                                "slack"));
    }

    @Test
    void aClickDeliveredAgainLaterIsTheSameAction() throws Exception {
        // Given
        String form = form(payload("done", VALUE));
        click(form);
        Action first = door.only();

        // When
        click(form, Long.toString(Door.NOW.getEpochSecond() - 60));

        // Then
        assertThat(door.only()).isEqualTo(first);
    }

    @Test
    void snoozingEndsSoManyHoursAfterTheClick() throws Exception {
        // When
        click(form(payload("snooze", VALUE)));

        // Then
        assertThat(door.only().until()).isEqualTo(Instant.parse("2026-03-03T15:04:59.123456Z"));
        assertThat(door.only().assignee()).isNull();
    }

    @Test
    void aButtonAboutADealNeedsNoSignal() throws Exception {
        // When
        click(
                form(
                        payload(
                                "acknowledge",
                                "{\"conversation\":\"deal:hubspot:deal/9\",\"seen\":[]}")));

        // Then
        assertThat(door.stored.keySet()).allMatch(key -> key.startsWith("deal:hubspot:deal/9~"));
        assertThat(door.only().signal()).isNull();
    }

    @Test
    void aReplayedRequestIs401AndChangesNothing() throws Exception {
        // When
        HttpResponse<String> answer =
                click(form(payload("done", VALUE)), Long.toString(Door.NOW.getEpochSecond() - 301));

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("older than five minutes");
        assertThat(door.stored).isEmpty();
    }

    @Test
    void anUnsignedRequestIs401() {
        // When
        HttpResponse<String> answer =
                door.post(
                        "/slack/interactions",
                        form(payload("done", VALUE)),
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(door.stored).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"open_link", "set_due", "ASSIGN", "''"})
    void aButtonThatIsNotOursIsAnsweredAndIgnored(String actionId) throws Exception {
        // When
        HttpResponse<String> answer = click(form(payload(actionId, VALUE)));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(door.stored).isEmpty();
    }

    @Test
    void anotherKindOfInteractionIsAnsweredAndIgnored() throws Exception {
        // When
        HttpResponse<String> answer =
                click(form(payload("done", VALUE).replace("block_actions", "view_submission")));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(door.stored).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    x=1                 | 400 | the form must have a field 'payload'
                    payload=%zz         | 400 | percent-encoded UTF-8
                    payload=%7B%22      | 400 | the payload must be JSON
                    """)
    void aFormThatIsNoneIs400(String form, int status, String words) throws Exception {
        // When
        HttpResponse<String> answer = click(form);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    []                                                        | /actions/0/value
                    {}                                                        | /actions/0/value/conversation
                    {"conversation":"c"}                                      | /actions/0/value/signal
                    {"conversation":"c","signal":"s","utterance":"x"}         | /actions/0/value/utterance
                    {"conversation":"c","signal":"s","more":1}                | /actions/0/value/more
                    {"conversation":"c","signal":"s","seen":[1]}              | /actions/0/value/seen/0
                    """)
    void aButtonsValueThatIsNotAsWeWriteItIs422(String value, String pointer) throws Exception {
        // When
        HttpResponse<String> answer = click(form(payload("done", value)));

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"pointer\":\"" + pointer + "\"");
        assertThat(door.stored).isEmpty();
    }

    @Test
    void whatCannotBeStoredNowIs503SoThatThePersonSeesThatItFailed() throws Exception {
        // Given
        door.fail(Problem.unavailable("the action could not be stored in time", 5));

        // When
        HttpResponse<String> answer = click(form(payload("done", VALUE)));

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(
                        door.metrics()
                                .counter(
                                        "followthrough.actions",
                                        "where",
                                        "slack",
                                        "outcome",
                                        "refused-503")
                                .count())
                .isEqualTo(1.0);
    }
}
