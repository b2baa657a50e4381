package dev.followthrough.alerting.notify;

import static dev.followthrough.alerting.notify.World.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Message;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whatever dies when, and whoever believes to be alone: one message in the end. */
final class ExactlyOnceTest {
    private static final String ID = "overdue:a~1";

    private World world = new World();

    @AfterEach
    @AfterTry
    void close() {
        world.close();
    }

    /**
     * Points of a first post with two lines of log and a later update: all of them, and one more.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aKillAtAnyPointEndsInOneMessage(int point) {
        // Given
        Pulse pulse = Pulse.crashAt(point);

        // When
        world.want(message(ID, 1, true, "seen"));
        world.live(pulse);
        world.want(message(ID, 2, true, "seen", "raised again, critical"));
        world.live(pulse);
        world.live(Pulse.NONE);

        // Then
        assertThat(world.slack.messages()).hasSize(1);
        assertThat(world.slack.calls)
                .as("found again, not posted again and deleted")
                .filteredOn(call -> call.method().equals("chat.postMessage"))
                .filteredOn(call -> !call.form().containsKey("thread_ts"))
                .hasSize(1);
        assertThat(world.slack.messages().get(0).version()).isEqualTo("s2");
        assertThat(world.slack.replies(world.slack.messages().get(0).ts()))
                .extracting(FakeSlack.Posted::text)
                .containsExactly("seen", "raised again, critical");
        assertThat(world.delivery(ID).posted()).isEqualTo(world.slack.messages().get(0).ts());
    }

    /** A notifier is held at a point, another takes over and finishes, then the first goes on. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void twoNotifiersAfterAPauseEndInOneMessage(int point) {
        // Given
        world.want(message(ID, 1, true, "seen"));
        List<Life> successor = new ArrayList<>();
        Pulse pause = overtakenAt(point, successor);

        // When
        world.life(pause).work();
        successor.forEach(Life::run);
        world.live(Pulse.NONE);

        // Then
        assertThat(world.slack.messages()).hasSize(1);
        assertThat(world.slack.messages().get(0).version()).isEqualTo("s1");
        assertThat(world.delivery(ID).posted()).isEqualTo(world.slack.messages().get(0).ts());
    }

    private Pulse overtakenAt(int point, List<Life> successor) {
        int[] seen = {0};
        return at -> {
            if (seen[0]++ == point) {
                Life other = world.life(Pulse.NONE);
                other.run();
                successor.add(other);
                world.now = world.now.plusSeconds(90);
            }
        };
    }

    /** What happens in one turn: what is wanted, and how the process that delivers it ends. */
    record Turn(Change change, int crashAt, int heldAt, boolean diesHeld) {}

    enum Change {
        OPEN,
        SAY_MORE,
        RESOLVE
    }

    @Property(tries = 100)
    void anyChangesCrashesAndPausesEndInOneMessage(@ForAll("turns") List<Turn> turns) {
        // Given
        world = new World();
        Story story = new Story();

        // When
        for (Turn turn : turns) {
            world.want(story.next(turn.change()));
            turn(turn);
            world.now = world.now.plus(Duration.ofMinutes(3));
        }
        world.live(Pulse.NONE);
        world.now = world.now.plus(Assignment.SWEEP_AGAIN);
        world.live(Pulse.NONE);

        // Then
        assertOneStands(story.message());
    }

    private void turn(Turn turn) {
        int[] seen = {0};
        List<Life> successor = new ArrayList<>();
        Pulse pulse =
                at -> {
                    int point = seen[0]++;
                    if (point == turn.heldAt()) {
                        Life other = world.life(Pulse.NONE);
                        successor.add(other);
                        other.run();
                    }
                    if (point == turn.crashAt() || (point == turn.heldAt() && turn.diesHeld())) {
                        throw new Pulse.Crash();
                    }
                };
        try {
            world.life(pulse).work();
        } catch (Pulse.Crash crash) {
            // Gone.
        }
        successor.forEach(Life::run);
    }

    private void assertOneStands(Message wanted) {
        List<FakeSlack.Posted> living =
                world.slack.messages().stream()
                        .filter(one -> one.version().startsWith("s"))
                        .toList();
        assertThat(living).hasSize(wanted.standing() ? 1 : 0);
        if (wanted.standing()) {
            assertThat(living.get(0).version()).isEqualTo(wanted.version());
            assertThat(living.get(0).text()).contains(wanted.title());
            assertThat(world.delivery(ID).posted()).isEqualTo(living.get(0).ts());
            assertThat(world.slack.replies(living.get(0).ts()))
                    .extracting(FakeSlack.Posted::text)
                    .containsAll(wanted.log());
        }
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        Arbitrary<Integer> points = Arbitraries.integers().between(-8, 14);
        return Combinators.combine(
                        Arbitraries.of(Change.class), points, points, Arbitraries.of(true, false))
                .as(Turn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    /** What is wanted, from turn to turn. */
    private static final class Story {
        private int revision;
        private boolean standing;
        private final List<String> log = new ArrayList<>();

        Message next(Change change) {
            revision++;
            boolean opens = change != Change.RESOLVE && !standing;
            if (opens) {
                log.clear();
            } else if (change != Change.OPEN || !standing) {
                log.add("line " + revision);
            }
            standing = change != Change.RESOLVE;
            return message();
        }

        Message message() {
            return World.message(ID, revision, standing, log.toArray(String[]::new));
        }
    }
}
