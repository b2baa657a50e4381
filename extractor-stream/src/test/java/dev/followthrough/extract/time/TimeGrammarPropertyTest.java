package dev.followthrough.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Any text at all: no throw, exact spans, in order, apart. */
final class TimeGrammarPropertyTest {
    private static final TimeGrammar GRAMMAR = TimeGrammar.english();

    @Property(tries = 1000)
    void anyTextIsReadWithExactSpans(@ForAll String text, @ForAll("contexts") TimeContext context) {
        assertExact(text, GRAMMAR.find(text, context));
    }

    @Property(tries = 3000)
    void anyMixOfTimeWordsIsReadWithExactSpans(
            @ForAll("timeWords") String text, @ForAll("contexts") TimeContext context) {
        assertExact(text, GRAMMAR.find(text, context));
    }

    @Property(tries = 3000)
    void anyFiguresWithMarksBetweenThemAreReadWithExactSpans(
            @ForAll("figures") String text, @ForAll("contexts") TimeContext context) {
        assertExact(text, GRAMMAR.find(text, context));
    }

    @Property(tries = 300)
    void sameWordsInTheSamePlaceAlwaysMeanTheSame(
            @ForAll("timeWords") String text, @ForAll("contexts") TimeContext context) {
        assertThat(GRAMMAR.find(text, context)).isEqualTo(GRAMMAR.find(text, context));
    }

    private static void assertExact(String text, List<TimeExpression> found) {
        int last = 0;
        for (TimeExpression time : found) {
            assertThat(time.start()).isGreaterThanOrEqualTo(last);
            assertThat(time.end()).isGreaterThan(time.start()).isLessThanOrEqualTo(text.length());
            assertThat(time.text()).isEqualTo(text.substring(time.start(), time.end()));
            last = time.end();
        }
    }

    /**
     * “27/2001”, “2026-13-45”, “31 Feb '99”: numbers that are no month, day or hour of any
     * calendar.
     */
    @Provide
    Arbitrary<String> figures() {
        Arbitrary<String> number =
                Arbitraries.of(
                        "0",
                        "00",
                        "7",
                        "13",
                        "27",
                        "31",
                        "45",
                        "60",
                        "99",
                        "2001",
                        "2026",
                        "9999",
                        "20260231",
                        "2460");
        Arbitrary<String> mark =
                Arbitraries.of(
                        "/", "-", ".", ":", " ", "'", ",", " Feb ", "th ", " week ", " W", "Q",
                        " of ", "am ", "pm", "h");
        Arbitrary<String> lead =
                Arbitraries.of("", "by ", "before ", "on the ", "week ", "Feb ", "from ");
        return Combinators.combine(lead, number, mark, number, mark, number)
                .as((a, b, c, d, e, f) -> a + b + c + d + e + f);
    }

    @Provide
    Arbitrary<String> timeWords() {
        Arbitrary<String> words =
                Arbitraries.of(
                        "by",
                        "before",
                        "until",
                        "within",
                        "from",
                        "to",
                        "-",
                        "–",
                        "/",
                        ".",
                        ",",
                        ":",
                        "(",
                        ")",
                        "'",
                        "the",
                        "of",
                        "on",
                        "at",
                        "in",
                        "and",
                        "or",
                        "a",
                        "an",
                        "next",
                        "this",
                        "last",
                        "every",
                        "end",
                        "early",
                        "mid",
                        "half",
                        "past",
                        "week",
                        "weeks",
                        "month",
                        "quarter",
                        "year",
                        "day",
                        "days",
                        "hour",
                        "business",
                        "fiscal",
                        "Friday",
                        "Mon",
                        "weekend",
                        "March",
                        "May",
                        "Q3",
                        "FY26",
                        "H1",
                        "CW",
                        "today",
                        "tomorrow",
                        "tonight",
                        "noon",
                        "midnight",
                        "lunch",
                        "EOD",
                        "am",
                        "pm",
                        "PT",
                        "your",
                        "time",
                        "first",
                        "second",
                        "twenty",
                        "thousand",
                        "0",
                        "00",
                        "1",
                        "2",
                        "3",
                        "5",
                        "10",
                        "12",
                        "15",
                        "24",
                        "29",
                        "30",
                        "31",
                        "99",
                        "366",
                        "2025",
                        "2199",
                        "99999999",
                        "17:00",
                        "24:60",
                        "3pm",
                        "2h",
                        "15th",
                        "31/2",
                        "12/31",
                        "29.2.",
                        "2025-02-30",
                        "go-live",
                        "kickoff",
                        "sprint",
                        "when",
                        "once",
                        "is",
                        "please",
                        "Easter",
                        "net",
                        "\n",
                        "\n\n",
                        "\u00a0",
                        "\ud83d\ude00",
                        "İ",
                        "ß");
        Arbitrary<String> glue = Arbitraries.of(" ", " ", " ", "");
        return words.flatMap(word -> glue.map(space -> word + space))
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<TimeContext> contexts() {
        Arbitrary<ZoneId> zones =
                Arbitraries.of(
                                "UTC",
                                "America/New_York",
                                "Europe/London",
                                "Asia/Kolkata",
                                "Pacific/Apia",
                                "America/Sao_Paulo")
                        .map(ZoneId::of);
        Arbitrary<Instant> instants =
                Arbitraries.longs()
                        .between(0, Instant.parse("2100-01-01T00:00:00Z").getEpochSecond())
                        .map(Instant::ofEpochSecond);
        Arbitrary<Integer> months = Arbitraries.integers().between(1, 12);
        return zones.flatMap(
                zone ->
                        instants.flatMap(
                                at ->
                                        months.map(
                                                month ->
                                                        TimeContext.of(at, zone)
                                                                .withFiscalYearStartMonth(month))));
    }
}
