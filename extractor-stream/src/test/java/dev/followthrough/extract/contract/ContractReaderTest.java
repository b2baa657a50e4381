package dev.followthrough.extract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.contracts.model.ContractFact.Kind;
import dev.followthrough.contracts.model.ContractFact.Unit;
import dev.followthrough.contracts.model.ContractFact.Value;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.judge.Judge;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What contracts and mail say about the contract itself, in sentences of our own. */
class ContractReaderTest {
    private static final Extractor EXTRACTOR = new Extractor(Judge.rulesOnly());

    private static List<ContractFact> facts(String text) {
        return EXTRACTOR.contract(Say.ben(text));
    }

    /** {@code notice_period 60 day; term 3 year}. */
    private static String told(List<ContractFact> facts) {
        return facts.stream()
                .map(f -> f.kind().name().toLowerCase(Locale.ROOT) + " " + told(f.value()))
                .map(String::strip)
                .collect(Collectors.joining("; "));
    }

    private static String told(@Nullable Value value) {
        if (value == null) {
            return "";
        }
        return switch (value) {
            case Value.Date v -> v.date().toString();
            case Value.Length v -> v.amount() + unit(v.unit()) + (v.successive() ? " again" : "");
            case Value.Amount v ->
                    Math.round(v.amount())
                            + " "
                            + v.unit()
                            + (v.per() == null ? "" : " per" + unit(v.per()));
            case Value.OpenEnded v -> "no end";
        };
    }

    private static String unit(Unit unit) {
        return " " + unit.name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The MSA renews on 30 June 2027. | renewal_date 2027-06-30",
                "Our renewal date is July 1st, 2028. | renewal_date 2028-07-01",
                "The plan auto-renews for 12 months. | auto_renewal 12 month",
                "Afterwards this Agreement shall automatically renew for successive two (2) year periods. | auto_renewal 2 year again",
                "After that the lease continues on a month-to-month basis. | auto_renewal 1 month again",
                "The order form renews automatically each year. | auto_renewal 1 year again",
                "Careful: there is an auto-renewal clause in it. | auto_renewal",
                "The Supplier has the option to renew this Agreement for one additional five (5) year term. | renewal_option 5 year",
                "The initial term is thirty-six (36) months. | term 36 month",
                "This Agreement shall remain in force for a period of one hundred and twenty (120) days. | term 120 day",
                "They signed a three-year deal. | term 3 year",
                "This contract shall continue in full force until terminated by either of us. | term no end",
                "This Agreement is effective as of the 3rd day of May, 2026. | effective_date 2026-05-03",
                "The agreement expires on December 31, 2031. | expiration_date 2031-12-31",
                "Our subscription expires on 12/31/2026. | expiration_date 2026-12-31",
                "Contract runs from 1 March 2026 to 28 February 2029. | effective_date 2026-03-01; expiration_date 2029-02-28",
                "To stop the renewal we must give ninety (90) days' written notice. | notice_period 90 day",
                "Opt out 30 days before renewal. | notice_period 30 day",
                "It ends unless extended; notice must be sent at least ten (10) business days prior to the end of the term. | notice_period 10 business_day",
                "Either of us may cancel for convenience upon one month's prior notice. | termination_notice 1 month",
                "They may terminate the contract at any time. | termination_notice",
                "They commit to purchase at least 500 seats per year. | minimum_commitment 500 seats per year",
                "The minimum annual commitment is $250k. | minimum_commitment 250000 USD per year",
                "Buyer shall order no less than ten percent (10%) of the forecast. | minimum_commitment 10 %",
                "If they miss the minimum purchase we invoice the rest. | minimum_commitment"
            })
    void factHasItsKindAndItsValue(String text, String expected) {
        assertThat(told(facts(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The trial period is 14 days.",
                "You get a free pilot for three months.",
                "Thanks for the short notice, see you in two days.",
                "Did you notice that the report was two days late?",
                "My passport is up for renewal on 30 June 2027, it takes ten years.",
                "We may renew the certificate for another year.",
                "Renewable energy is billed monthly.",
                "Can you extend the deadline by two weeks?",
                "The warranty term is one year from delivery.",
                "In the long term, two years from now, we will see.",
                "The workshop begins on 1 March 2027 and ends on Friday.",
                "Insurance with minimum limits of $1,000,000 must be kept.",
                "Give me at least 5 minutes.",
                "It won't automatically renew for another year.",
                "They may terminate if the breach is not cured within 30 days after notice.",
                "Records must be kept for two years after the agreement ends.",
                "I'll send you the redlines by Friday."
            })
    void wordsOfContractsInAnotherSenseAreNoFact(String text) {
        assertThat(told(facts(text))).isEmpty();
    }

    @Test
    void oneSentenceSaysManyThingsAndEachTakesItsOwnValue() {
        // Given
        String text =
                "This Agreement shall continue for three (3) years and shall thereafter renew"
                        + " automatically for successive one (1) year terms, unless a party gives sixty"
                        + " (60) days' prior written notice of its intention not to renew.";

        // When
        List<ContractFact> facts = facts(text);

        // Then
        assertThat(told(facts))
                .isEqualTo("term 3 year; auto_renewal 1 year again; notice_period 60 day");
    }

    @Test
    void quoteIsExactlyWhereItsSpanSaysAndNamesTheRule() {
        // Given
        String text = "Hi Ana,\n\nas agreed: the contract renews on 30 June 2027. Best, Ben";

        // When
        ContractFact fact = facts(text).get(0);

        // Then
        assertThat(fact.kind()).isEqualTo(Kind.RENEWAL_DATE);
        assertThat(fact.evidence().quote())
                .isEqualTo("renews on 30 June 2027")
                .isEqualTo(text.substring(fact.evidence().start(), fact.evidence().end()));
        assertThat(fact.evidence().rule()).isEqualTo("contract.renews-on");
        assertThat(fact.evidence().author()).isEqualTo(Say.BEN);
    }

    @Test
    void dayThatCouldBeAMonthIsNotGuessed() {
        assertThat(told(facts("The agreement expires on 3/4/2027."))).doesNotContain("2027");
    }

    @Test
    void factsStandBesideTheCandidatesAndChangeNone() {
        // Given
        String text = "I'll send you the redlines by Friday. The MSA renews on 30 June 2027.";

        // When
        var read = EXTRACTOR.extract(Say.ben(text), Context.EMPTY);

        // Then
        assertThat(read.contract()).isEqualTo(facts(text)).hasSize(1);
        assertThat(read.candidates())
                .isEqualTo(EXTRACTOR.candidates(Say.ben(text), Context.EMPTY))
                .noneMatch(c -> c.evidence().rule().startsWith("contract."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "renew automatically for one ",
                "notice thirty (30) days prior ",
                "minimum of $1 per year and ",
                "(((((((",
                "one hundred thousand million ",
                "the the the agreement "
            })
    void hostileTextCostsLinearTime(String piece) {
        // Given
        String text = piece.repeat(40_000 / piece.length());

        // When, Then
        org.assertj.core.api.Assertions.assertThatCode(() -> facts(text))
                .doesNotThrowAnyException();
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(60), () -> facts(text));
    }
}
