package dev.followthrough.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.MentionId;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class KeysTest {
    private static final AccountId ACCOUNT = new AccountId("hubspot:company/7");

    private static <T> T sample(String name, Class<T> type) throws IOException {
        return Json.read(
                Files.readAllBytes(Path.of("src/test/resources/samples/golden/v1", name)), type);
    }

    @Test
    void aSignalKeepsItsKeyWhenDeliveredAgainAndGetsAnotherWhenEdited() throws IOException {
        // Given
        Signal signal = sample("signal.json", Signal.class);
        Signal again = Json.read(Json.bytes(signal), Signal.class);
        Signal edited =
                Json.read(
                        Json.text(signal).replace("\"revision\":0", "\"revision\":1"),
                        Signal.class);

        // Then
        assertThat(Keys.signal(signal).toString())
                .matches("slack:T1/C1~slack:T1/C1/1772463845\\.000100~0~[0-9a-f]{16}");
        assertThat(Keys.signal(again)).isEqualTo(Keys.signal(signal));
        assertThat(Keys.signal(edited)).isNotEqualTo(Keys.signal(signal));
        assertThat(Keys.signal(edited).place()).isEqualTo(Keys.signal(signal).place());
    }

    @Test
    void anActionLiesWithTheConversationOfItsMention() throws IOException {
        // Given
        Action action = sample("action.json", Action.class);
        Signal signal = sample("signal.json", Signal.class);

        // Then
        assertThat(Keys.action(action)).hasToString("slack:T1/C1~a1");
        assertThat(Keys.action(action).place()).isEqualTo(Keys.signal(signal).place());
    }

    @Test
    void everythingOfAnAccountLiesTogether() {
        // Given
        MentionId root = new MentionId(new SignalId("slack:T1/C1/1"), 2);
        CommitmentId commitment = Keys.commitment(ACCOUNT, root);

        // Then
        assertThat(commitment.value()).matches("hubspot:company/7~[0-9a-f]{16}");
        assertThat(Keys.commitment(commitment)).hasToString(commitment.value());
        assertThat(Keys.account(commitment)).isEqualTo(ACCOUNT);
        assertThat(Keys.account(ACCOUNT)).hasToString("hubspot:company/7");
        assertThat(Keys.reading(ACCOUNT, root.signal()).place()).isEqualTo(ACCOUNT.value());
        assertThat(Keys.handoff(ACCOUNT, new DealId("hubspot:deal/9")))
                .hasToString("hubspot:company/7~hubspot:deal/9");
        assertThat(Keys.escalation(ACCOUNT, new EscalationId("e1")))
                .hasToString("hubspot:company/7~e1");
    }

    @Test
    void anEntityIsAPlaceOfItsOwnAndSoIsADestination() throws IOException {
        // Then
        assertThat(Keys.directory(sample("directory-person.json", DirectoryEntry.class)))
                .hasToString("person:slack:T1/U2");
        assertThat(Keys.message("slack:C1", new EscalationId("e1"))).hasToString("slack:C1~e1");
    }
}
