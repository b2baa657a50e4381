package dev.followthrough.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Grain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the words of time mean; the tables stand in {@code resources/time}. */
final class TimeGrammarTest {
    private static final TimeGrammar GRAMMAR = TimeGrammar.english();
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant TUESDAY = Instant.parse("2025-03-04T15:00:00Z");
    private static final TimeContext CONTEXT = TimeContext.of(TUESDAY, NEW_YORK);

    @ParameterizedTest
    @CsvFileSource(resources = "/time/deadlines.txt", delimiter = '|', nullValues = "none")
    void deadlineEndsAtTheLatestInstantThatStillMeetsIt(
            String saidAt,
            String zone,
            int fiscalStart,
            String text,
            String words,
            String at,
            String grain,
            @org.jspecify.annotations.Nullable LocalDate alternative) {
        // Given
        TimeContext context =
                TimeContext.of(OffsetDateTime.parse(saidAt).toInstant(), ZoneId.of(zone))
                        .withFiscalYearStartMonth(fiscalStart);

        // When
        List<TimeExpression> found = GRAMMAR.find(text, context);

        // Then
        assertThat(found).hasSize(1);
        TimeExpression time = found.getFirst();
        assertThat(time.text()).isEqualTo(words);
        assertThat(time.dueAt()).isEqualTo(OffsetDateTime.parse(at).toInstant());
        assertThat(time.at()).isEqualTo(time.dueAt());
        assertThat(time.grain().name()).isEqualToIgnoringCase(grain);
        assertThat(time.deadline()).isTrue();
        Instant other = time.alternative();
        assertThat(other == null ? null : other.atZone(time.zone()).toLocalDate())
                .isEqualTo(alternative);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/time/anchors.txt", delimiter = '|', nullValues = "none")
    void deadlineThatWaitsForAnEventHasNoDate(
            String text,
            String words,
            String event,
            String relation,
            @org.jspecify.annotations.Nullable String distance) {
        // When
        List<TimeExpression> found = GRAMMAR.find(text, CONTEXT);

        // Then
        assertThat(found).hasSize(1);
        TimeExpression time = found.getFirst();
        assertThat(time.text()).isEqualTo(words);
        assertThat(time.anchor()).isEqualTo(event);
        assertThat(time.relation()).isEqualTo(relation);
        assertThat(time.offset()).isEqualTo(distance);
        assertThat(time.at()).isNull();
        assertThat(time.dueAt()).isNull();
        assertThat(time.grain()).isEqualTo(Grain.EVENT);
        assertThat(time.deadline()).isTrue();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/time/no-deadlines.txt", delimiter = '|')
    void whatOnlyDatesDescribesOrRepeatsIsNoDeadline(String text) {
        // When
        List<TimeExpression> found = GRAMMAR.find(text, CONTEXT);

        // Then
        assertThat(found).noneMatch(TimeExpression::deadline);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/time/recurrences.txt", delimiter = '|')
    void repetitionKeepsItsWordsAndHasNoInstant(String text, String words) {
        // When
        List<TimeExpression> found = GRAMMAR.find(text, CONTEXT);

        // Then
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().recurrence()).isEqualTo(words);
        assertThat(found.getFirst().at()).isNull();
        assertThat(found.getFirst().toDue().at()).isNull();
    }

    @Test
    void yourTimeIsTheHearersZone() {
        // Given
        TimeContext context = CONTEXT.withHearerZone(ZoneId.of("Asia/Tokyo"));

        // When
        TimeExpression time = only("Please send it Thursday 3pm your time.", context);

        // Then
        assertThat(time.at()).isEqualTo(Instant.parse("2025-03-06T06:00:00Z"));
        assertThat(time.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void holidaysOfTheContextAreNoBusinessDays() {
        // Given
        TimeContext context =
                new TimeContext(TUESDAY, NEW_YORK, null, null, 1, Set.of(LocalDate.of(2025, 3, 5)));

        // When
        TimeExpression time = only("Please reply within 2 business days.", context);

        // Then
        assertThat(time.at()).isEqualTo(Instant.parse("2025-03-08T04:59:59Z"));
    }

    @Test
    void weekdayThatFollowsFromADateIsTheOneAfterIt() {
        // When
        List<TimeExpression> found =
                GRAMMAR.find("It runs on Friday the 14th, so you have it by Saturday.", CONTEXT);

        // Then
        assertThat(found.getLast().at()).isEqualTo(Instant.parse("2025-03-16T03:59:59Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We signed last March. | 2024-03-31",
                "We signed this past March. | 2024-03-31",
                "We signed last April. | 2024-04-30",
                "The fee was due last March. | 2024-03-31",
                "We signed last February. | 2025-02-28",
                "We signed this March. | 2025-03-31",
                "It slips past March. | 2025-03-31",
                "It was the last Friday of March. | 2025-03-28",
            })
    void lastMonthSaidInItIsThatOfTheYearBefore(String text, LocalDate day) {
        // When
        TimeExpression time = only(text, CONTEXT);

        // Then
        assertThat(Objects.requireNonNull(time.at()).atZone(NEW_YORK).toLocalDate()).isEqualTo(day);
        assertThat(time.deadline()).isFalse();
    }

    @Test
    void midsummerBeginsOnItsEve() {
        // When
        TimeExpression before = only("Please send it before Midsummer.", CONTEXT);
        TimeExpression by = only("Please send it by Midsummer.", CONTEXT);

        // Then
        assertThat(before.at()).isEqualTo(Instant.parse("2025-06-20T03:59:59Z"));
        assertThat(by.at()).isEqualTo(Instant.parse("2025-06-22T03:59:59Z"));
    }

    @Test
    void orderOfDayAndMonthCanBeTold() {
        // Given
        TimeContext context = new TimeContext(TUESDAY, NEW_YORK, null, true, 1, Set.of());

        // When
        TimeExpression time = only("Please reply by 3/4.", context);

        // Then
        assertThat(time.at()).isEqualTo(Instant.parse("2025-04-04T03:59:59Z"));
    }

    @Test
    void weekThatOnlyDatesSomethingEndsOnSundayAndWorkDueInItOnFriday() {
        // When
        TimeExpression time = only("I'm out of office next week.", CONTEXT);

        // Then
        assertThat(time.at()).isEqualTo(Instant.parse("2025-03-17T03:59:59Z"));
        assertThat(time.asDeadline().at()).isEqualTo(Instant.parse("2025-03-15T03:59:59Z"));
        assertThat(time.toDue().at()).isEqualTo(time.asDeadline().at());
    }

    @Test
    void dateOfAnEventBoundsWhatMustPrecedeIt() {
        // When
        TimeExpression launch = only("Please sign before the launch on 19 March.", CONTEXT);
        TimeExpression call = only("Please read it before our call on Thursday.", CONTEXT);

        // Then
        assertThat(launch.at()).isEqualTo(Instant.parse("2025-03-19T03:59:59Z"));
        assertThat(call.at()).isEqualTo(Instant.parse("2025-03-07T04:59:59Z"));
        assertThat(launch.anchor()).isNull();
    }

    @Test
    void lengthBehindAConditionCountsFromIt() {
        // When
        List<TimeExpression> found =
                GRAMMAR.find("Once the PO is in, we provision within two working days.", CONTEXT);

        // Then
        assertThat(found).extracting(TimeExpression::anchor).containsOnly("PO is in");
        assertThat(found).extracting(TimeExpression::deadline).containsExactly(false, true);
        assertThat(found.getLast().offset()).isEqualTo("P2BD");
        assertThat(found.getLast().at()).isNull();
    }

    @Test
    void severalTimesComeInOrder() {
        // When
        List<TimeExpression> found =
                GRAMMAR.find(
                        "Draft by Thursday, comments by the 12th, final by 5pm on the 14th.",
                        CONTEXT);

        // Then
        assertThat(found)
                .extracting(TimeExpression::text)
                .containsExactly("by Thursday", "by the 12th", "by 5pm on the 14th");
    }

    @Test
    void rangeHasABeginningAndAnEnd() {
        // When
        TimeExpression time = only("The workshop is on Friday 14 March 9:30-4.30pm.", CONTEXT);

        // Then
        assertThat(time.from()).isEqualTo(Instant.parse("2025-03-14T13:30:00Z"));
        assertThat(time.at()).isEqualTo(Instant.parse("2025-03-14T20:30:00Z"));
    }

    @Test
    void dayThatDoesNotExistIsNoTime() {
        // When
        List<TimeExpression> found = GRAMMAR.find("Please pay by 31 June 2025.", CONTEXT);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void yearLongOverIsNoTimeToCome() {
        // When
        List<TimeExpression> found = GRAMMAR.find("She joined in March 2021.", CONTEXT);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void sameDayIsTheDaySpokenOfBefore() {
        // Given
        TimeContext heard = CONTEXT.withMentioned(LocalDate.of(2025, 3, 13));

        // When
        TimeExpression same = only("You'll have it the same day.", heard);
        TimeExpression then = only("I'll have it ready by then.", heard);
        TimeExpression after = only("I'll run it the Tuesday after.", heard);
        TimeExpression hour = only("I'll do 2:30.", heard);

        // Then
        assertThat(same.at()).isEqualTo(Instant.parse("2025-03-14T03:59:59Z"));
        assertThat(then.at()).isEqualTo(same.at());
        assertThat(after.at()).isEqualTo(Instant.parse("2025-03-19T03:59:59Z"));
        assertThat(hour.at()).isEqualTo(Instant.parse("2025-03-13T18:30:00Z"));
    }

    @Test
    void dayOfTheSameTextComesBeforeTheOneOfTheTurnBefore() {
        // Given
        TimeContext heard = CONTEXT.withMentioned(LocalDate.of(2025, 3, 13));

        // When
        List<TimeExpression> found =
                GRAMMAR.find("The review is on Monday. I'll send it the same day.", heard);

        // Then
        assertThat(found.getLast().at()).isEqualTo(Instant.parse("2025-03-11T03:59:59Z"));
    }

    @Test
    void sameDayWithNothingSpokenOfIsNoTime() {
        assertThat(GRAMMAR.find("You'll have it the same day.", CONTEXT)).isEmpty();
    }

    @Test
    void hourBelongsToTheDayBeforeIt() {
        // When
        List<TimeExpression> found =
                GRAMMAR.find("Thursday the 13th, I'm at your door at nine.", CONTEXT);

        // Then
        assertThat(found.getLast().text()).isEqualTo("at nine");
        assertThat(found.getLast().at()).isEqualTo(Instant.parse("2025-03-13T13:00:00Z"));
    }

    @Test
    void lengthWithAFirstDayCountsThatDay() {
        // When
        TimeExpression days = only("I'm away for 3 days, from tomorrow.", CONTEXT);
        TimeExpression offset = only("Please send it 3 days from tomorrow.", CONTEXT);

        // Then
        assertThat(days.at()).isEqualTo(Instant.parse("2025-03-08T04:59:59Z"));
        assertThat(offset.at()).isEqualTo(Instant.parse("2025-03-09T04:59:59Z"));
    }

    @Test
    void rangeThatHasBegunEndsInThisYear() {
        // When
        TimeExpression time = only("The fair runs from 1 March to 9 March.", CONTEXT);

        // Then
        assertThat(time.from()).isEqualTo(Instant.parse("2025-03-01T05:00:00Z"));
        assertThat(time.at()).isEqualTo(Instant.parse("2025-03-10T03:59:59Z"));
    }

    @Test
    void shortLineOfAListEndsThere() {
        // When
        List<TimeExpression> found =
                GRAMMAR.find("1. Pads: before the run\n2. Report: by Friday\n3. Monday", CONTEXT);

        // Then
        assertThat(found)
                .extracting(TimeExpression::text)
                .containsExactly("before the run", "by Friday", "Monday");
    }

    @Test
    void vagueTimeIsListedOnlyWhereWorkIsSpokenOf() {
        // When
        TimeExpression soon = only("I'll send it shortly.", CONTEXT);
        TimeExpression event = only("We will provide a report following the hearing.", CONTEXT);

        // Then
        assertThat(soon.isLoose()).isTrue();
        assertThat(soon.at()).isNull();
        assertThat(soon.deadline()).isFalse();
        assertThat(event.isLoose()).isTrue();
        assertThat(event.anchor()).isEqualTo("hearing");
        assertThat(GRAMMAR.find("The queue empties shortly.", CONTEXT)).isEmpty();
    }

    @Test
    void longTextYieldsEveryTime() {
        // Given
        int times = 20_000;
        String text = "by Friday ".repeat(times);

        // When
        List<TimeExpression> found = GRAMMAR.find(text, CONTEXT);

        // Then
        assertThat(text).hasSize(200_000);
        assertThat(found).hasSize(times);
        assertThat(found).allMatch(time -> time.text().equals("by Friday"));
    }

    private static TimeExpression only(String text, TimeContext context) {
        List<TimeExpression> found = GRAMMAR.find(text, context);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
