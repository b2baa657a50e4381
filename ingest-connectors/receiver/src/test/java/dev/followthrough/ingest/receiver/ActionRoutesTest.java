package dev.followthrough.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.service.http.Problem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

/** {@code POST /v1/actions} over real HTTP. */
class ActionRoutesTest {
    private static final String DONE =
            """
            {"kind":"done","conversation":"slack:T1/C1","signal":"slack:T1/C1/1.2",
             "by":{"email":"Ana@Vendor.example"}}
            """;

    private final Door door = new Door(null);

    @AfterEach
    void close() {
        door.close();
    }

    private static void isProblem(HttpResponse<String> answer, int status, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains(words);
    }

    @Test
    void anActionIsStoredAndAnsweredWithItsId() {
        // When
        HttpResponse<String> answer =
                door.act(
                        """
                        {"id":"crm-17","kind":"assign","conversation":"slack:T1/C1",
                         "signal":"slack:T1/C1/1772463845.000100","utterance":2,
                         "quote":"we'll send you the redlines","at":"2026-03-02T16:04:00+01:00",
                         "by":{"id":"crm:u1","name":"Ana Ruiz"},"seen":["a1","a2"],
                         "assignee":{"email":"bob@vendor.example","name":"Bob"}}
                        """);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"id\":\"crm-17\"}");
        assertThat(door.stored).containsOnlyKeys("slack:T1/C1~crm-17");
        assertThat(door.only())
                .isEqualTo(
                        new Action(
                                new ActionId("crm-17"),
                                ActionKind.ASSIGN,
                                new ConversationId("slack:T1/C1"),
                                new SignalId("slack:T1/C1/1772463845.000100"),
                                2,
                                "we'll send you the redlines",
                                new Party("crm:u1", "Ana Ruiz", null, Side.UNKNOWN),
                                Instant.parse("2026-03-02T15:04:00Z"),
                                List.of(new ActionId("a1"), new ActionId("a2")),
                                new Party(
                                        "mail:bob@vendor.example",
                                        "Bob",
                                        "bob@vendor.example",
                                        Side.UNKNOWN),
                                null,
                                "api"));
    }

    @Test
    void anActionWithoutIdAndTimeGetsThem() {
        // When
        HttpResponse<String> answer = door.act(DONE);

        // Then
        assertThat(answer.body()).isEqualTo("{\"id\":\"given:1\"}");
        assertThat(door.only().at()).isEqualTo(Door.NOW);
        assertThat(door.only().by().id()).isEqualTo("mail:ana@vendor.example");
        assertThat(
                        door.metrics()
                                .counter(
                                        "followthrough.actions", "where", "api", "outcome", "done"))
                .extracting(counter -> counter.count())
                .isEqualTo(1.0);
    }

    @Test
    void theSameActionSentAgainIsOne() {
        // Given
        String action =
                DONE.replace(
                        "{\"kind\"", "{\"id\":\"a9\",\"at\":\"2026-03-02T15:00:00Z\",\"kind\"");

        // When
        door.act(action);
        Action first = door.only();
        HttpResponse<String> again = door.act(action);

        // Then
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(door.only()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                    | the body must be
                    nonsense                              | it is not at line 1, column
                    {"kind":"done"                        | it is not at line 1, column
                    {"kind":"done"} {"kind":"done"}       | the body must be one JSON object
                    {"kind":"done","kind":"assign"}       | the body must be one JSON object
                    """)
    void whatIsNoJsonIs400WithTheFirstWrongPlace(String body, String words) {
        isProblem(door.act(body), 400, words);
        assertThat(door.stored).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    []                                                            | ''            | the document must be an object
                    {}                                                            | /kind         | must be a text that is not blank
                    {"kind":"praise"}                                             | /kind         | must be one of assign, done, reopen, snooze
                    {"kind":"done"}                                               | /conversation | must be a text that is not blank
                    {"kind":"done","conversation":7}                              | /conversation | must be a text that is not blank
                    {"kind":"done","conversation":"c"}                            | /by           | must be an object
                    {"kind":"done","conversation":"c","by":{}}                    | /by           | must have an id or an email
                    {"kind":"done","conversation":"c","by":{"id":"u"}}            | /signal       | must name the signal that holds the mention
                    {"kind":"done","conversation":"c","mood":1}                   | /mood         | must not be there; known are assignee, at, by
                    {"kind":"done","conversation":"c","by":{"id":"u","x":1}}      | /by/x         | must not be there; known are email, id, name
                    {"kind":"done","conversation":"c","utterance":-1}             | /utterance    | must be a whole number from 0 to 100000
                    {"kind":"done","conversation":"c","utterance":1.5}            | /utterance    | must be a whole number
                    {"kind":"done","conversation":"c","at":"yesterday"}           | /at           | must be an instant with an offset, like 2026-03-11T16:00:00Z
                    {"kind":"done","conversation":"c","at":"+123456-01-01T00:00Z"}| /at           | from 1970 to 9999
                    {"kind":"done","conversation":"deal:d","by":{"id":"u"},"at":"2027-01-01T00:00:00Z"} | /at | must not lie in the future
                    {"kind":"done","conversation":"c","by":{"id":"u"},"seen":"a"} | /seen         | must be a list of at most 100 action ids
                    {"kind":"done","conversation":"c","by":{"id":"u"},"seen":[7]} | /seen/0       | must be a text that is not blank
                    {"kind":"snooze","conversation":"deal:d","by":{"id":"u"}}     | /until        | must be there for the kinds snooze and set_due
                    {"kind":"done","conversation":"deal:d","by":{"id":"u"},"until":"2026-04-01T00:00:00Z"} | /until | snooze and set_due only
                    {"kind":"assign","conversation":"deal:d","by":{"id":"u"}}     | /assignee     | must be an object
                    {"kind":"done","conversation":"deal:d","by":{"id":"u"},"assignee":{"id":"v"}} | /assignee | for the kind assign only
                    {"kind":"done","conversation":"\\ud800x"}                     | /conversation | must be Unicode text
                    """)
    void aWrongMemberIs422WithItsPointerAndTheRule(String body, String pointer, String rule) {
        isProblem(door.act(body), 422, "\"pointer\":\"" + pointer + "\"", rule);
        assertThat(door.stored).isEmpty();
    }

    @Test
    void aRefusalDoesNotRepeatWhatWasSaid() {
        // When
        HttpResponse<String> answer = door.act(DONE.replace("done", "we will send the redlines"));

        // Then
        assertThat(answer.body()).doesNotContain("redlines");
    }

    @Test
    void aBodyTooLongIs413() {
        // When
        HttpResponse<String> answer = door.act(DONE.replace("done", "done" + " ".repeat(16_384)));

        // Then
        isProblem(answer, 413, "at most 16384 bytes");
    }

    @Test
    void anotherContentTypeIs415AndSaysWhichToSend() {
        // When
        HttpResponse<String> answer =
                door.post(
                        "/v1/actions",
                        DONE,
                        "Authorization",
                        "Bearer " + Door.TOKEN,
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        // Then
        isProblem(answer, 415, "send the header 'Content-Type: application/json'");
        assertThat(door.stored).isEmpty();
    }

    @Test
    void aCharsetBesideTheContentTypeIsFine() {
        // When
        HttpResponse<String> answer =
                door.post(
                        "/v1/actions",
                        DONE,
                        "Authorization",
                        "Bearer " + Door.TOKEN,
                        "Content-Type",
                        "Application/JSON; charset=utf-8");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void aCallWithoutTheTokenIs401() {
        isProblem(
                door.post("/v1/actions", DONE, "Content-Type", "application/json"),
                401,
                "Authorization: Bearer <token>");
        assertThat(door.stored).isEmpty();
    }

    @Test
    void whatCannotBeStoredNowIs503WithTheIdToSendAgain() {
        // Given
        door.fail(Problem.unavailable("the action could not be stored in time", 5));

        // When
        HttpResponse<String> answer = door.act(DONE);

        // Then
        isProblem(answer, 503, "could not be stored in time", "\"id\":\"given:1\"");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void withoutASigningSecretNobodyMayClick() {
        isProblem(
                door.post("/slack/interactions", "payload=%7B%7D"),
                404,
                "set receiver.slack.signing.secret");
    }
}
