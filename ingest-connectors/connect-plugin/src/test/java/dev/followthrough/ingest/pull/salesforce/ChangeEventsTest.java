package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesforce.eventbus.protobuf.FetchRequest;

import dev.followthrough.ingest.pull.Script.Asked;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class ChangeEventsTest {
    private final Listening it = new Listening();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void aChangeIsReadAtOnceAlthoughThePollIsAnHourAway() {
        // Given
        it.start(Listening.AN_HOUR, "Task").listening("Task");

        // When
        it.org.task(1, Listening.BEGIN.plusSeconds(60), "Task 1");
        it.bus().emit("Task", 1);
        it.published.until(it.task, 2);

        // Then
        assertThat(it.published.byKey()).hasSize(2);
        assertThat(it.bus().callers())
                .containsExactly(it.org.session() + " " + it.org.url() + " " + Org.ID);
    }

    @Test
    void anOrgThatDoesNotNameItselfIsAskedForItsId() {
        // Given
        it.org.nameless();

        // When
        it.start(Listening.AN_HOUR, "Task").listening("Task");

        // Then
        assertThat(it.bus().callers()).singleElement().asString().endsWith(" " + Org.ID);
    }

    @Test
    void aSignOfLifeWakesNobody() {
        // Given
        it.start(Listening.AN_HOUR, "Task").listening("Task");
        int calls = it.quiet();

        // When
        it.bus().showLife();

        // Then
        assertThat(it.quiet()).isEqualTo(calls);
    }

    @Test
    void moreThanAHundredEventsAreAskedFor() {
        // Given
        it.start(Listening.AN_HOUR, "Task").listening("Task");

        // When
        it.bus().emit("Task", 1_050);

        // Then
        it.until(() -> it.bus().of("Task").get(0).delivered() == 1_050);
        it.quiet();
        assertThat(it.bus().requests())
                .hasSizeGreaterThan(10)
                .allMatch(request -> request.getNumRequested() <= 100)
                .extracting(FetchRequest::getTopicName)
                .containsOnly("/data/TaskChangeEvent");
        assertThat(it.org.calls()).as("looks that an import costs").isLessThan(20);
    }

    @Test
    void withoutTheSettingNothingIsAskedOfIt() {
        // Given
        it.task
                .with(SalesforceSourceConfig.CLIENT_ID, "client-1")
                .with(SalesforceSourceConfig.CLIENT_SECRET, Org.SECRET)
                .with(SalesforceSourceConfig.LOGIN_URL, it.org.url())
                .with(SalesforceSourceConfig.OBJECTS, "Task")
                .with(PubSubConfig.ADDRESS, it.bus().address())
                .with("poll.interval.ms", "100")
                .start(new SalesforceSource());

        // When
        it.published.until(it.task, 1).more(it.task);

        // Then
        assertThat(it.bus().callers()).isEmpty();
    }

    @Test
    void onlyTheObjectThatChangedIsLookedAt() {
        // Given
        it.start(Listening.AN_HOUR, "Task,Event").listening("Task", "Event");
        int before = it.org.asked().size();

        // When
        it.bus().emit("Event", 1);
        it.until(() -> it.org.asked().size() > before);
        it.quiet();

        // Then
        assertThat(it.org.asked().subList(before, it.org.asked().size()))
                .extracting(Asked::query)
                .singleElement()
                .asString()
                .contains("FROM+Event+");
    }
}
