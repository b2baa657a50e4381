package dev.followthrough.alerting.notify;

import static dev.followthrough.alerting.notify.World.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.alerting.notify.FakeSlack.Fault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

/** What Slack answers when it does not do as asked, over real HTTP. */
final class FailuresTest {
    private static final String ID = "overdue:a~1";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRateLimitIsWaitedOutAsLongAsSlackSays() {
        // Given
        world.slack.fails("chat.postMessage", new Fault.Status(429, "30"));
        world.want(message(ID, 1, true));
        Instant before = world.now;

        // When
        world.live(Pulse.NONE);

        // Then
        assertThat(world.slack.messages()).hasSize(1);
        assertThat(Duration.between(before, world.now))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(38));
        assertThat(world.slack.count("conversations.history")).as("nothing was in doubt").isZero();
    }

    @Test
    void aRateLimitOfOneChannelDoesNotHoldUpAnother() {
        // Given
        world.slack.fails("chat.postMessage", new Fault.Status(429, "120"));
        world.want(message(ID, 1, true));
        world.want(message("slack:C9", "overdue:b~1", 1, true));

        // When
        world.life(Pulse.NONE).work();

        // Then
        assertThat(world.slack.messages())
                .extracting(FakeSlack.Posted::channel)
                .containsExactly("C9");
    }

    @Test
    void aPostWhoseAnswerWasLostIsFoundAndNotRepeated() {
        // Given
        world.slack.fails("chat.postMessage", new Fault.Lost());
        world.want(message(ID, 1, true));

        // When
        world.live(Pulse.NONE);

        // Then
        assertThat(world.slack.messages()).hasSize(1);
        assertThat(world.slack.count("chat.postMessage")).isEqualTo(1);
        assertThat(world.delivery(ID).posted()).isEqualTo(world.slack.messages().get(0).ts());
    }

    @Test
    void aReplyWhoseAnswerWasLostIsCountedAndNotRepeated() {
        // Given
        world.want(message(ID, 1, true));
        world.live(Pulse.NONE);
        world.slack.fails("chat.postMessage", new Fault.Lost());

        // When
        world.want(message(ID, 2, true, "seen", "quiet until tomorrow"));
        world.live(Pulse.NONE);

        // Then
        assertThat(world.slack.replies(world.slack.messages().get(0).ts()))
                .extracting(FakeSlack.Posted::text)
                .containsExactly("seen", "quiet until tomorrow");
    }

    @Test
    void anErrorOfSlacksOwnIsTriedAgainLaterAndLater() {
        // Given
        for (int i = 0; i < 4; i++) {
            world.slack.fails("chat.postMessage", new Fault.Status(503, null));
        }
        world.want(message(ID, 1, true));
        Instant before = world.now;

        // When
        world.live(Pulse.NONE);

        // Then
        assertThat(world.slack.messages()).hasSize(1);
        assertThat(Duration.between(before, world.now))
                .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(19));
        assertThat(world.count("unanswered")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_not_found", "invalid_auth", "is_archived", "not_in_channel"})
    void aRefusalIsWrittenDownCountedAndKeepsNobodyWaiting(String error) {
        // Given
        world.slack.fails("chat.postMessage", new Fault.Error(error));
        world.want(message(ID, 1, true));
        world.want(message("overdue:b~1", 1, true));

        // When
        world.live(Pulse.NONE);

        // Then
        assertThat(world.delivery(ID).error()).isEqualTo(error);
        assertThat(world.delivery(ID).posted()).isNull();
        assertThat(world.count("refused")).isEqualTo(1);
        assertThat(world.delivery("overdue:b~1").posted()).isNotNull();
        assertThat(world.slack.count("chat.postMessage")).isEqualTo(2);
    }

    @Test
    void whatWasRefusedIsTriedAgainOnceSomebodyMayHaveMendedIt() {
        // Given
        world.slack.fails("chat.postMessage", new Fault.Error("not_in_channel"));
        world.want(message(ID, 1, true));
        Life life = world.life(Pulse.NONE);
        life.run();
        assertThat(world.slack.messages()).isEmpty();

        // When
        world.now = world.now.plus(Assignment.REFUSED_AGAIN);
        life.run();

        // Then
        assertThat(world.slack.messages()).hasSize(1);
        assertThat(world.delivery(ID).error()).isNull();
    }

    @Test
    void aMessageThatSomebodyDeletedIsPostedAnew() {
        // Given
        world.want(message(ID, 1, true));
        world.live(Pulse.NONE);
        world.slack.standing.clear();

        // When
        world.want(message(ID, 2, true));
        world.live(Pulse.NONE);

        // Then
        assertThat(world.slack.messages())
                .extracting(FakeSlack.Posted::version)
                .containsExactly("s2");
        assertThat(world.delivery(ID).attempt()).endsWith("-2");
    }

    @Test
    void aMessageThatMayNotBeChangedAnyMoreIsReplaced() {
        // Given
        world.want(message(ID, 1, true));
        world.live(Pulse.NONE);
        world.slack.fails("chat.update", new Fault.Error("edit_window_closed"));

        // When
        world.want(message(ID, 2, true));
        world.live(Pulse.NONE);

        // Then
        assertThat(world.slack.messages())
                .extracting(FakeSlack.Posted::version)
                .containsExactly("s2");
    }

    @Test
    void aLookUpThatIsNotAllowedDoesNotKeepAnAlertBack() {
        // Given
        world.want(message(ID, 1, true));
        world.live(Pulse.crashAt(2));
        world.slack.fails("conversations.history", new Fault.Error("missing_scope"));
        world.slack.fails("conversations.history", new Fault.Error("missing_scope"));

        // When
        world.live(Pulse.NONE);

        // Then
        assertThat(world.delivery(ID).posted()).isNotNull();
    }

    @Test
    void aSecondCopyThatANotifierLeftBehindIsDeletedByTheNextLook() {
        // Given
        world.want(message(ID, 1, true));
        Life life = world.life(Pulse.NONE);
        life.run();
        FakeSlack.Posted first = world.slack.messages().get(0);
        world.slack.standing.add(
                new FakeSlack.Posted(
                        first.channel(),
                        world.now.getEpochSecond() + ".999999",
                        null,
                        first.text(),
                        first.blocks(),
                        first.metadata()));

        // When
        world.now = world.now.plus(Assignment.SWEEP_AGAIN);
        life.run();

        // Then
        assertThat(world.slack.messages()).containsExactly(first);
        assertThat(world.count("deleted")).isEqualTo(1);
    }

    @Test
    void aLongHistoryIsReadToItsEnd() {
        // Given
        world.want(message(ID, 1, true));
        world.live(Pulse.crashAt(3));
        for (int i = 0; i < 40; i++) {
            world.want(message("stale:" + i, 1, true));
        }
        world.wanted.remove(World.key(message(ID, 1, true)));
        world.live(Pulse.NONE);

        // When
        world.want(message(ID, 1, true));
        world.live(Pulse.NONE);

        // Then
        assertThat(world.slack.messages()).hasSize(41);
        assertThat(world.slack.calls)
                .filteredOn(call -> call.form().containsKey("cursor"))
                .isNotEmpty();
    }
}
