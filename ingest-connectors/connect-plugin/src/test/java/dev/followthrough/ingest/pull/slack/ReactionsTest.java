package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.pull.slack.Reactions.Change;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class ReactionsTest {
    private static final JsonNode NONE = message("[]");
    private static final JsonNode TICK =
            message("[{'name':'white_check_mark','users':['U2'],'count':1}]");
    private static final Set<String> TICKED = Set.of("white_check_mark/U2");
    private static final String ID =
            "slack:T1/C1/" + SlackStub.ts(10) + "/reaction/white_check_mark/U2";

    private final SlackRun run = new SlackRun();

    @AfterEach
    void close() {
        run.close();
    }

    private static JsonNode message(String reactions) {
        String json = "{'reactions':" + reactions + "}";
        return Json.read(json.replace('\'', '"'), JsonNode.class);
    }

    /** A message that is done, as its reader says. */
    private void ticked() {
        run.slack.say("C1", 10, "I will send it by Friday.");
        run.slack.react("C1", 10, "white_check_mark", "U2");
        run.start();
        assertThat(run.signals(2)).extracting(s -> s.id().value()).contains(ID);
    }

    @Test
    void aReactionTakenBackIsBelievedWhenItIsSeenTwiceAcrossARestart() {
        // Given
        ticked();
        run.slack.takeBack("C1", 10);
        List<Signal> once = run.review();
        run.slack.say("C1", 20, "Carries the checkpoint");
        once.addAll(run.review());
        run.task.stop();
        run.start();

        // When
        once.addAll(run.review());

        // Then
        assertThat(once)
                .filteredOn(s -> s.id().value().equals(ID))
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.deleted()).isTrue();
                            assertThat(s.revision()).isOne();
                        });
        assertThat(run.review()).isEmpty();
    }

    @Test
    void aReactionGivenAgainIsAHigherRevision() {
        // Given
        ticked();
        run.slack.takeBack("C1", 10);
        run.review();
        run.review();
        run.slack.react("C1", 10, "white_check_mark", "U2");

        // When
        List<Signal> again = run.review();

        // Then
        assertThat(again)
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.id().value()).isEqualTo(ID);
                            assertThat(s.deleted()).isFalse();
                            assertThat(s.revision()).isEqualTo(2);
                        });
        assertThat(run.review()).isEmpty();
    }

    @Test
    void whomSlackDoesNotNameHasTakenNothingBack() {
        // Given
        ticked();
        run.slack.reactUnnamed("C1", 10, "white_check_mark", 60);

        // When
        List<Signal> found = run.review();
        found.addAll(run.review());

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void aReactionThatIsMissingOnceIsNotTakenBack() {
        // Given
        Reactions reactions = Reactions.of("");
        reactions.changes(7, TICK, TICKED);
        reactions.changes(7, NONE, Set.of());
        reactions.changes(7, TICK, TICKED);

        // When
        List<Change> changes = reactions.changes(7, NONE, Set.of());

        // Then
        assertThat(changes).isEmpty();
        assertThat(reactions.changes(7, NONE, Set.of()))
                .containsExactly(new Change("white_check_mark", "U2", 1, true));
    }

    @Test
    void whatWasNeverReadOfSomebodyIsNotTakenBack() {
        // Given
        Reactions reactions = Reactions.of("");
        reactions.changes(7, TICK, Set.of()); // of a bot, say

        // When
        reactions.changes(7, NONE, Set.of());

        // Then
        assertThat(reactions.changes(7, NONE, Set.of())).isEmpty();
    }

    @Test
    void theOldestAreForgottenFirst() {
        // Given
        Reactions reactions = Reactions.of("");
        for (long at = 1; at <= 5; at++) {
            reactions.changes(at, TICK, TICKED);
        }

        // When
        reactions.raise(2, 3);

        // Then
        assertThat(reactions.text())
                .isEqualTo(
                        "@3 white_check_mark/U2/0 @4 white_check_mark/U2/0 @5 white_check_mark/U2/0");
    }

    @Test
    void itsTextReadsBack() {
        // Given
        Reactions reactions = Reactions.of("");
        Set<String> odd =
                Set.of("+1::skin-tone-2/U1", "a/b/U1", "@7/U3", "\u00fc/W2", "two words/U1");
        reactions.changes(7, NONE, odd);
        reactions.changes(7, NONE, Set.of());
        reactions.changes(8, TICK, TICKED);
        reactions.changes(8, NONE, Set.of());
        reactions.changes(8, NONE, Set.of());

        // When
        Reactions read = Reactions.of(reactions.text());

        // Then
        assertThat(read.text())
                .isEqualTo(reactions.text())
                .contains("@7 ", "+1::skin-tone-2/U1/0!", "a/b/U1/0!", "@7/U3/0!", "@8 ", "/U2/1")
                .doesNotContain("two words");
    }

    @Property
    void anyTextIsReadWithoutHarm(@ForAll String text) {
        // When
        Reactions read = Reactions.of(text);

        // Then
        assertThat(Reactions.of(read.text()).text()).isEqualTo(read.text());
    }
}
