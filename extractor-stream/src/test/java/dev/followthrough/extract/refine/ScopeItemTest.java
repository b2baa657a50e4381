package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.extract.Say;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;

/** What a scope statement is called on a list: the text's own words, in their order. */
class ScopeItemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "out | Machine translation is out of scope. | machine translation",
                "out | Migration of the legacy CRM data is out of scope. | Migration of the legacy CRM data",
                "out | PR and influencer fees are not in the retainer. | PR and influencer fees",
                "out | For the UK it's core HR only, UK payroll is not part of this. | UK payroll",
                "out | The transformer upgrade stays with you. | transformer upgrade",
                "out | Clock hardware, we don't sell any. | clock hardware",
                "out | No performance guarantees of any kind, section 9. | performance guarantees of any kind",
                "out | Is it too late to say the beak is off limits in creative? | beak",
                "out | Excluded: travel costs. | travel costs",
                "in | All 26 acute wards at Northmere General are in the price. | 26 acute wards at Northmere General",
                "in | The carport with forty bays, that is in as well. | carport with forty bays",
                "in | It's the 73 US stores and the web shop first. | 73 US stores and the web shop",
                "in | page 3: the monitoring portal is included for five years | monitoring portal for five years",
                "in | In scope for us: web chat and SMS. | web chat and SMS",
                "in | We included the training for 20 people. | training for 20 people",
                "limit | Media is capped at £120,000 for the period. | media capped at £120,000 for the period",
                "limit | The plan is limited to 10,000 API calls a day. | plan limited to 10,000 API calls a day",
                "limit | Fair use is 10,000 API calls a day. | 10,000 API calls a day",
                "limit | Priced for up to 2.5 million transactions a year, overage at 1.1 cents. | 2.5 million transactions a year",
                "limit | The price covers up to 30 users per site. | 30 users per site",
                "limit | Payload up to 600 kg per robot. | payload up to 600 kg per robot",
                "limit | You get two software releases a year, spring and fall. | two software releases a year",
                "acceptance_criterion | A trial counts as a success if response drops under 90 seconds. | response drops under 90 seconds",
                "dependency | Before we can load anything, IT has to open a folder. | IT has to open a folder",
                "integration | We'd be connecting to NetSuite for order status. | connecting to NetSuite for order status",
                "integration | Nightly export from SAP into the data lake over SFTP. | nightly export from SAP into the data lake",
            })
    void itemIsTheThingInTheWordsOfTheText(String polarity, String text, String item) {
        // When
        List<String> items = items(Polarity.valueOf(polarity.toUpperCase(Locale.ROOT)), text);

        // Then
        assertThat(items).as(text).contains(item);
    }

    @ParameterizedTest
    @CsvSource({
        "out, That's not included.",
        "out, It won't be included in phase one.",
        "in, Yes.",
        "limit, ...",
        "unscoped, Who?"
    })
    void whatNamesNoThingGivesNone(String polarity, String text) {
        // Then
        assertThat(items(Polarity.valueOf(polarity.toUpperCase(Locale.ROOT)), text))
                .allMatch(String::isEmpty);
    }

    @ParameterizedTest
    @CsvSource({"in", "out", "limit", "unscoped", "acceptance_criterion", "dependency"})
    void aLongClauseGivesAFewWords(String polarity) {
        // Given
        String text = "The " + "large old warehouse ".repeat(400) + "is not included.";

        // Then
        assertThat(items(Polarity.valueOf(polarity.toUpperCase(Locale.ROOT)), text))
                .allMatch(item -> item.split(" ").length <= 8);
    }

    @Test
    void whatItIsMatchedByStaysBesideIt() {
        // Given
        Scene scene = Drafted.scene(Say.ben("Migration of the legacy CRM data is out of scope."));
        List<Draft> drafts = new Title().refine(Drafted.of(scene, "scope.out"), scene);

        // When
        List<Candidate> found = Candidates.of(drafts, scene);

        // Then
        assertThat(found)
                .singleElement()
                .isInstanceOfSatisfying(
                        Candidate.ScopeStatement.class,
                        scope -> {
                            assertThat(scope.item()).isEqualTo("Migration of the legacy CRM data");
                            assertThat(scope.matter())
                                    .containsExactly("crm", "data", "legacy", "migration", "scope");
                        });
    }

    private static List<String> items(Polarity polarity, String text) {
        Scene scene = Drafted.scene(Say.ben(text));
        return Drafted.of(scene, "scope.out").stream()
                .map(draft -> ScopeItem.of(draft, polarity, scene.signal().text()))
                .toList();
    }
}
