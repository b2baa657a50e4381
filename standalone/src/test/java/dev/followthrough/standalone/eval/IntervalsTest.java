package dev.followthrough.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalsTest {
    @Test
    void everyShareOfACountHasItsIntervalAndTheRestIsLeftAlone() {
        // Given
        String figures =
                """
                commitment.recall            {'n': 5, 'of': 10, 'share': 0.5}
                commitments.right                108/142  0.761
                hedged.kept_out        {'n': 77, 'share': 0.9221}
                scope.f1                         0.635   (precision 0.586, recall 0.694)\
                """;

        // When
        String added = Intervals.added(figures);

        // Then: the first is the textbook's Wilson interval of five in ten
        assertThat(added)
                .isEqualTo(
                        """
                        commitment.recall            {'n': 5, 'of': 10, 'share': 0.5}  [0.237, 0.763]
                        commitments.right                108/142  0.761  [0.684, 0.823]
                        hedged.kept_out        {'n': 77, 'share': 0.9221}
                        scope.f1                         0.635   (precision 0.586, recall 0.694)\
                        """);
    }

    @Test
    void aRuleBelongsToTheFamilyOfItsFile() {
        // When, then
        assertThat(Families.of("promise.name-colon")).isEqualTo("promises-short");
        assertThat(Families.of("-")).isEmpty();
    }
}
