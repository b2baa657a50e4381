package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Limit;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.extract.Say;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How much a limit allows, as its words say it. */
class ScopeLimitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "The first 500 users are included. | at_most 500 user",
                "Up to 40 tickets a month are included. | at_most 40 ticket per month",
                "Storage is max 2 TB. | at_most 2 TB",
                "max 2TB of attachments | at_most 2 TB",
                "Three rounds of changes are in the fee. | 3 round",
                "Travel is capped at EUR 12,000 a year. | at_most 12000 EUR per year",
                "Anything above 20 percent is extra. | at_most 20 percent",
                "The price is for two sites. | 2 site",
                "No more than 5 integrations, 3 days each. | at_most 5 integration",
                "We can't take more than 12 deliveries per working day. | at_most 12 delivery per business_day",
                "At least 25 seats have to be bought. | at_least 25 seat",
                "The minimum is 10 named users. | at_least 10 user",
                "Fewer than 100 exports a day. | less_than 100 export per day",
                "It covers exactly 14 warehouses. | exactly 14 warehouse",
                "The monthly limit is 300 API calls. | at_most 300 call per month",
                "Rate limit is 50 requests per second. | at_most 50 request per second",
                "You get 16 hours of coaching per quarter. | 16 hour per quarter",
                "30 users per site, as priced. | 30 user each site",
                "€50 per user per month at most. | at_most 50 EUR each user per month",
                "The budget is capped at £120k. | at_most 120000 GBP",
                "USD 1.5 million a year, maximum. | at_most 1500000 USD per year",
                "Between 10 and 15 workshops are planned in. | at_most 15 workshop",
                "2-3 rounds of feedback per asset | at_most 3 round each asset",
                "The plan has a 500-user limit. | at_most 500 user",
                "Users are capped at 500. | at_most 500 user",
                "The maximum number of projects is 80. | at_most 80 project",
                "Support is 40h/month. | 40 h per month",
                "We train twenty-five people per training session, tops. | at_most 25 person each session",
                "No more than two site visits are covered each year. | at_most 2 visit per year",
                "We keep no more than seven years of history. | at_most 7 year",
                "Discounts stay below 15%. | less_than 15 percent",
                "Not less than 99.9 per cent of calls. | at_least 99.9 percent",
                "In phase two we do up to 6 countries. | at_most 6 country",
                "Batches of 1,000 records or fewer. | at_most 1000 record",
                "It is capped at 40. | at_most 40",
                "One workshop is in the price. | 1 workshop",
                "The tariff covers 3 TB storage and 80 mailboxes. | 3 TB",
                "It's limited to 24 hrs/mo. | at_most 24 hr per month",
                "60 hours for a year and no more | 60 hour",
                "Two hubs, max 150 devices a floor. | at_most 150 device",
                "We priced it for up to 3.5 million rows. | at_most 3500000 row",
                "The room caps us at one hundred and twenty guests. | at_most 120 guest",
                "The gateway is limited to 2,400 messages/hour. | at_most 2400 message per hour",
                "Our rate is throttled to 25 calls/s. | at_most 25 call per second",
            })
    void limitIsWhatItsWordsSay(String text, String limit) {
        // When
        List<String> limits = limits(text);

        // Then
        assertThat(limits).as(text).containsExactly(limit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Only version 2.3 of the connector.",
                "It works with Windows 11 and TLS 1.2 alone.",
                "The depot at 12 High Street is the only one.",
                "Support is weekdays 06-22.",
                "The hotline runs 24/7.",
                "Limited to one of the plants.",
                "The offer stands until 3 June 2026.",
                "Calls only after 5 pm.",
                "It is limited to phase two.",
                "We only open port 443.",
                "Only SOC 2 reports are shared.",
                "Terminals only, as in section 4.",
                "It's limited to the 2026 season.",
                "Capped at 12.000 as they write it.",
                "Limited to what the pilot uses.",
                "More than 20 sites came up in the call.",
                "The list shrinks from nine plants to seven.",
                "Limited to one month's fee.",
                "It's limited to 3 1/2 as somebody wrote.",
                "Paving is limited to 800 m² here.",
                "Only 3 out of 8 regions are in.",
                "It is limited to 6 x 2 hours.",
                "Call 0800 123 456, it is limited.",
                "As agreed two weeks ago it is limited.",
                "The licence excludes the test system."
            })
    void whatIsNoAmountGivesNone(String text) {
        // Then
        assertThat(limits(text)).as(text).isEmpty();
    }

    private static List<String> limits(String text) {
        return Drafted.of(Drafted.scene(Say.ben(text)), "scope.out").stream()
                .map(draft -> ScopeLimit.of(draft, Polarity.LIMIT))
                .filter(Objects::nonNull)
                .map(ScopeLimitTest::words)
                .toList();
    }

    private static String words(Limit limit) {
        BigDecimal number = BigDecimal.valueOf(limit.number()).stripTrailingZeros();
        return (lower(limit.comparison(), "")
                        + number.toPlainString()
                        + (limit.unit() == null ? "" : " " + limit.unit())
                        + (limit.each() == null ? "" : " each " + limit.each())
                        + lower(limit.per(), " per "))
                .strip();
    }

    private static String lower(@Nullable Enum<?> value, String before) {
        String after = before.isEmpty() ? " " : "";
        return value == null ? "" : before + value.name().toLowerCase(Locale.ROOT) + after;
    }
}
