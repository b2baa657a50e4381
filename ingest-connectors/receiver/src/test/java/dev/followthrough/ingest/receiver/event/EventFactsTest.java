package dev.followthrough.ingest.receiver.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.receiver.Front;
import dev.followthrough.ingest.receiver.ReceiverService;
import dev.followthrough.service.config.ConfigException;
import dev.followthrough.service.config.ServiceConfig;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Map;

/** A project tool whose status, due date, assignee, files and people are declared. */
class EventFactsTest {
    private static final String TOKEN = "tasks-token-0123456789";

    private final Front front =
            new Front(
                    "receiver.events.tasks.secret", TOKEN,
                    "receiver.events.tasks.check", "token",
                    "receiver.events.tasks.kind", "task",
                    "receiver.events.tasks.at", "/at",
                    "receiver.events.tasks.zone", "Europe/Lisbon",
                    "receiver.events.tasks.author.id", "/by",
                    "receiver.events.tasks.side", "ours",
                    "receiver.events.tasks.link", "/url",
                    "receiver.events.tasks.task.status", "/status",
                    "receiver.events.tasks.task.completed", "Done,Shipped to customer",
                    "receiver.events.tasks.task.due", "/due",
                    "receiver.events.tasks.task.assignee", "/assignee",
                    "receiver.events.tasks.attachments", "/files",
                    "receiver.events.tasks.audience", "/followers");

    @AfterEach
    void stop() {
        front.close();
    }

    private Signal task(String more) {
        front.post(
                "/v1/events/tasks",
                ("{'id':1,'at':1772463811,'by':'u1','text':'Send the plan'" + more + "}")
                        .replace('\'', '"'),
                "Authorization",
                "Bearer " + TOKEN);
        return front.onlySignal();
    }

    @Test
    void whatATaskStatesInFieldsOfItsOwnIsKept() {
        // When
        Signal signal =
                task(
                        ",'status':'In Progress','due':'2026-03-06','assignee':{'id':'u7','name':'Ana Lima','email':'Ana@Ours.example'},"
                                + "'files':[{'name':'plan.pdf'},'notes.txt'],'followers':['bo@acme.example','u7','Cy Dahl'],'url':'https://tasks.example/1'");

        // Then
        Facts facts = signal.facts();
        assertThat(facts.taskStatus()).isEqualTo("in_progress");
        assertThat(facts.taskDue()).as("the day's end in Lisbon").isEqualTo("2026-03-06T23:59:59Z");
        assertThat(facts.assignee())
                .isEqualTo(
                        new Party("event:tasks/u7", "Ana Lima", "ana@ours.example", Side.UNKNOWN));
        assertThat(facts.attachments()).containsExactly("plan.pdf", "notes.txt");
        assertThat(signal.audience())
                .containsExactly(
                        new Party(
                                "event:tasks/bo@acme.example",
                                null,
                                "bo@acme.example",
                                Side.UNKNOWN),
                        new Party("event:tasks/u7", null, null, Side.UNKNOWN),
                        new Party("event:tasks/Cy Dahl", "Cy Dahl", null, Side.UNKNOWN));
        assertThat(front.permalinks()).containsExactly("https://tasks.example/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'DONE'                | completed
                    'Shipped to Customer' | completed
                    'shipped-to-customer' | shipped_to_customer
                    true                  | completed
                    false                 | not_started
                    'À faire !'           | à_faire
                    'closed'              | closed
                    3                     | 3
                    '  '                  |
                    null                  |
                    {'name':'done'}       |
                    ['done']              |
                    """,
            quoteCharacter = '~')
    void theStatusIsOneWordAndDoneIsCompleted(String status, @Nullable String expected) {
        assertThat(task(",'status':" + status).facts().taskStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '2026-03-06T10:00:00Z'  | 2026-03-06T10:00:00Z
                    '2026-03-06 10:00'      | 2026-03-06T10:00:00Z
                    1772791200              | 2026-03-06T10:00:00Z
                    '2026-13-06'            |
                    '0000-01-01'            |
                    'next week'             |
                    {}                      |
                    [1]                     |
                    -5                      |
                    1e300                   |
                    """,
            quoteCharacter = '~')
    void aDueThatIsNoneIsLeftOutAndTheWordsStay(String due, @Nullable Instant expected) {
        // When
        Signal signal = task(",'due':" + due);

        // Then
        assertThat(signal.facts().taskDue()).isEqualTo(expected);
        assertThat(signal.text()).isEqualTo("Send the plan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7.5",
                "true",
                "null",
                "[]",
                "{}",
                "[[]]",
                "[null,{},'  ',{'id':{}}]",
                "{'id':''}"
            })
    void whatNamesNobodyAndNoFileIsLeftOut(String value) {
        // When
        Signal signal =
                task(",'assignee':" + value + ",'followers':" + value + ",'files':" + value);

        // Then
        assertThat(signal.facts().assignee()).isNull();
        assertThat(signal.audience()).isEmpty();
        assertThat(signal.facts().attachments()).isEmpty();
    }

    @Test
    void tooManyAndTooLongAreCut() {
        // When
        Signal signal =
                task(
                        ",'followers':["
                                + "'a@x.example',".repeat(3)
                                + "'"
                                + "u".repeat(400)
                                + "'],'files':["
                                + "'f',".repeat(200)
                                + "'g'],'status':'"
                                + "s".repeat(200)
                                + "'");

        // Then
        assertThat(signal.audience()).hasSize(1);
        assertThat(signal.facts().attachments()).hasSize(100);
        assertThat(signal.facts().taskStatus()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'http://tasks.example/1'",
                "'javascript:alert(1)'",
                "'https://tasks.example/a b'",
                "7",
                "null"
            })
    void whatIsNoHttpsAddressIsNoPermalink(String url) {
        // When
        task(",'url':" + url);

        // Then
        assertThat(front.permalinks()).hasSize(1).containsOnlyNulls();
    }

    @Test
    void fieldsOfATaskOnWhatIsNoneStopTheStart() {
        // Given
        ServiceConfig config =
                ServiceConfig.of(
                        ReceiverService.settings(),
                        Map.of(
                                "bootstrap.servers", "none:1",
                                "receiver.events.x.secret", "s",
                                "receiver.events.x.task.due", "/due"));

        // When / Then
        assertThatThrownBy(() -> EventReceiver.check(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("receiver.events.x.kind")
                .hasMessageContaining("must be task where task.* is declared");
    }

    @Test
    void aPointerThatIsNoneStopsTheStart() {
        assertThatThrownBy(
                        () ->
                                new Front(
                                        "receiver.events.x.secret", "s",
                                        "receiver.events.x.task.status", "status",
                                        "receiver.events.x.audience", "to"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("receiver.events.x.task.status")
                .hasMessageContaining("receiver.events.x.audience")
                .hasMessageContaining("must be a JSON Pointer");
    }
}
