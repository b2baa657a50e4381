package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;

import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class ReviewTest {
    private static final long DAY = 86_400;

    private final SlackRun run = new SlackRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aReviewFindsEditsLateRepliesAndReactionsAndNothingElse() {
        // Given
        run.slack.say("C1", 10, "I will send it by Friday.");
        run.slack.say("C1", 20, "Fine");
        run.start();
        run.signals(2);
        run.slack.edit("C1", 10, "I will send it by Monday.", 30);
        run.slack.reply("C1", 20, 40, "A late reply");
        run.slack.react("C1", 20, "tada", "U2");

        // When
        List<Signal> found = run.review();

        // Then
        assertThat(SlackRun.texts(found))
                .containsExactlyInAnyOrder("I will send it by Monday.", "A late reply", "");
        assertThat(found.stream().filter(s -> s.text().contains("Monday")))
                .allMatch(s -> s.revision() > 0);
        assertThat(run.review()).isEmpty();
    }

    @Test
    void aDeletionIsBelievedWhenItIsSeenTwice() {
        // Given
        run.slack.say("C1", 10, "I will send it by Friday.");
        run.slack.reply("C1", 10, 11, "Great");
        run.slack.say("C1", 20, "Fine");
        run.start();
        run.signals(3);
        run.slack.delete("C1", 20);
        run.slack.delete("C1", 11);
        run.slack.reply("C1", 10, 12, "Another");

        // When
        List<Signal> found = run.review();
        found.addAll(run.review());

        // Then
        assertThat(found.stream().filter(Signal::deleted))
                .extracting(s -> s.id().value())
                .containsExactlyInAnyOrder(
                        "slack:T1/C1/" + SlackStub.ts(20), "slack:T1/C1/" + SlackStub.ts(11));
        assertThat(SlackRun.texts(found)).contains("Another");
    }

    @Test
    void aMessageThatIsMissingOnceIsNotDeleted() {
        // Given
        run.slack.say("C1", 10, "I will send it by Friday.");
        run.slack.say("C1", 20, "Fine");
        run.start();
        run.signals(2);
        run.slack.delete("C1", 10);
        run.task.pace().pass(Duration.ofMinutes(16));
        for (int i = 0; i < 10; i++) {
            run.task.poll();
        }
        run.slack.say("C1", 10, "I will send it by Friday.");

        // When
        List<Signal> found = run.review();

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void aLateReplyToAThreadOfWeeksAgoIsFound() {
        // Given
        run.slack.say("C1", 10, "Kick-off notes");
        run.slack.reply("C1", 10, 11, "Thanks");
        run.slack.say("C1", 20 * DAY, "Today");
        run.start();
        run.signals(3);
        run.slack.reply("C1", 10, 20 * DAY + 60, "I will add the plan by Friday.");

        // When
        List<Signal> found = run.review();

        // Then
        assertThat(SlackRun.texts(found)).containsExactly("I will add the plan by Friday.");
    }

    @Test
    void aReplyShownInTheChannelTooComesOnce() {
        // Given
        run.slack.say("C1", 10, "Question");
        run.slack.reply("C1", 10, 11, "Answer").put("subtype", "thread_broadcast");
        run.slack.say("C1", 20 * DAY, "Today");
        run.slack.reply("C1", 10, 20 * DAY + 1, "Late answer").put("subtype", "thread_broadcast");

        // When
        List<Signal> signals = SlackRun.signals(run.start().take(7));
        signals = new ArrayList<>(signals);
        signals.addAll(run.review());

        // Then
        assertThat(SlackRun.texts(signals))
                .containsExactlyInAnyOrder("Question", "Answer", "Today", "Late answer");
    }

    @Test
    void aMessageThatCannotBeReadIsADeadLetterOnce() {
        // Given
        run.slack.say("C1", 1, "Fine");
        run.slack.say("C1", 2, "No author").remove("user");
        run.start();

        // When
        List<SourceRecord> records = run.task.take(5);
        List<Signal> later = run.review();

        // Then
        assertThat(records)
                .filteredOn(record -> record.topic().equals("ingest.dead-letter.v1"))
                .singleElement()
                .satisfies(
                        record ->
                                assertThat(
                                                new String(
                                                        (byte[]) record.key(),
                                                        StandardCharsets.UTF_8))
                                        .isEqualTo("slack:T1/C1~" + SlackStub.ts(2)));
        assertThat(later).isEmpty();
        assertThat(run.task.metric("rejected", "invalid-slack-message")).isEqualTo(1);
    }
}
