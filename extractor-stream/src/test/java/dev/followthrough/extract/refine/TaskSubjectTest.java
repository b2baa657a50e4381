package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/** A completed task reports its subject done, whatever the wording. */
class TaskSubjectTest {
    private static final String TEXT = "Layout rev C to Sølvi + Bente\nYellow lanes!";

    @Test
    void completedTaskIsItsSubjectDoneByItsAssignee() {
        // When
        Candidate found = TaskSubject.of(task("completed", TEXT, Say.ANA), List.of()).orElseThrow();

        // Then
        assertThat(found).isInstanceOf(Candidate.Fulfilment.class);
        Candidate.Fulfilment done = (Candidate.Fulfilment) found;
        assertThat(done.evidence().quote()).isEqualTo("Layout rev C to Sølvi + Bente");
        assertThat(done.doer()).isEqualTo(new Doer.Person(Say.ANA));
        assertThat(done.matter()).contains("layout", "rev", "sølvi");
    }

    @Test
    void taskWithoutAssigneeIsDoneByNobodyInParticular() {
        // When
        Optional<Candidate> found = TaskSubject.of(task("completed", TEXT, null), List.of());

        // Then
        assertThat(found)
                .get()
                .extracting(c -> ((Candidate.Fulfilment) c).doer())
                .isEqualTo(new Doer.Nobody());
    }

    @Test
    void extractorReadsTheSubjectThoughNoRuleKnowsItsWords() {
        // When
        List<Candidate> found =
                new Extractor()
                        .extract(task("completed", TEXT, Say.ANA), Context.EMPTY)
                        .candidates();

        // Then
        assertThat(found)
                .anySatisfy(c -> assertThat(c.evidence().quote()).startsWith("Layout rev C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_started", "in_progress", "waiting", "deferred", ""})
    void openTaskReportsNothing(String status) {
        assertThat(TaskSubject.of(task(status, TEXT, Say.ANA), List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\nonly a body", "   \n"})
    void taskWithoutSubjectReportsNothing(String text) {
        assertThat(TaskSubject.of(task("completed", text, Say.ANA), List.of())).isEmpty();
    }

    @Test
    void noteReportsNothingByItself() {
        assertThat(TaskSubject.of(Say.ben(TEXT), List.of())).isEmpty();
    }

    private static Signal task(String status, String text, @Nullable Party assignee) {
        Signal plain = Say.ben(text);
        return new Signal(
                plain.id(),
                0,
                false,
                SignalKind.TASK,
                plain.source(),
                plain.conversation(),
                null,
                plain.saidAt(),
                plain.zone(),
                plain.author(),
                plain.audience(),
                null,
                null,
                text,
                null,
                List.of(),
                plain.places(),
                Facts.task(status, null, assignee));
    }
}
