package dev.followthrough.alerting.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.MentionId;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.model.Severity;
import dev.followthrough.contracts.model.SignalId;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is sent to Slack, as JSON. */
final class SlackMessageTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static Message message(String title, List<String> lines, String quote, int seen) {
        List<ActionId> actions = new ArrayList<>();
        for (int i = 0; i < seen; i++) {
            actions.add(new ActionId("slack:T0123456789/C0123456789/1741600000.00010" + i + "/U1"));
        }
        return new Message(
                World.DESTINATION,
                new EscalationId("overdue:a~1"),
                new AccountId("a"),
                Severity.CRITICAL,
                true,
                title,
                lines,
                List.of(),
                new MentionId(new SignalId("slack:T1/C1/1741600000.000100"), 2),
                new ConversationId("slack:T1/C1"),
                quote,
                actions,
                "s0123456789abcdef");
    }

    /** As the official client sends it over HTTP. */
    private static JsonNode blocks(Message message) {
        try (World world = new World()) {
            world.slackOutlet().post(message, "x-1");
            return world.slack.messages().get(0).blocks();
        } catch (Undelivered e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode buttons(JsonNode blocks) {
        return blocks.get(blocks.size() - 1).path("elements");
    }

    @Test
    void buttonsCarryWhatTheReceiverReads() throws JsonProcessingException {
        // When
        JsonNode buttons =
                buttons(blocks(message("Overdue: send it", List.of("Acme"), "I'll send it", 2)));

        // Then
        List<String> ids = new ArrayList<>();
        buttons.forEach(button -> ids.add(button.path("action_id").asText()));
        assertThat(ids).containsExactly("assign", "done", "snooze", "not_a_commitment");
        JsonNode done = JSON.readTree(buttons.get(1).path("value").asText());
        assertThat(done)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"conversation":"slack:T1/C1","signal":"slack:T1/C1/1741600000.000100","utterance":2,
                                 "quote":"I'll send it",
                                 "seen":["slack:T0123456789/C0123456789/1741600000.000100/U1",
                                         "slack:T0123456789/C0123456789/1741600000.000101/U1"]}
                                """));
        assertThat(
                        JSON.readTree(buttons.get(2).path("value").asText())
                                .path("snooze_hours")
                                .asInt())
                .isEqualTo(24);
    }

    @Test
    void aResolvedMessageHasNoButtons() {
        // Given
        Message message = World.message("overdue:a~1", 3, false);

        // When
        JsonNode blocks = blocks(message);

        // Then
        assertThat(blocks.findValues("action_id")).isEmpty();
        assertThat(blocks.toString()).contains("resolved");
    }

    @Test
    void quotedWordsCallNobodyAndHideNoLink() {
        // Given
        String quote = "<!channel> see <https://evil.example|our site> & <@U123> ```x```";

        // When
        JsonNode blocks = blocks(message(quote, List.of("Acme <!here>", "> " + quote), quote, 0));

        // Then
        assertThat(blocks.findValues("text"))
                .extracting(text -> text.isTextual() ? text.asText() : text.path("text").asText())
                .allSatisfy(text -> assertThat(text).doesNotContain("<!", "<@", "<http"))
                .anySatisfy(
                        text ->
                                assertThat(text)
                                        .contains(
                                                "\n> &lt;!channel&gt; see &lt;https://evil.example|our site&gt; &amp; "));
        assertThat(blocks.findValues("verbatim"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.asBoolean()).isTrue());
    }

    @Test
    void aNotificationSaysWhatAndWhy() {
        // Given
        Message message = World.message("overdue:a~1", 1, true);

        // When
        String text = BlockKit.text(message);

        // Then
        assertThat(text)
                .isEqualTo(
                        "Overdue: send the report, revision 1. Was due Tue 10 Mar 2026 (UTC); nothing says that it was done.");
    }

    @Property(tries = 60)
    void whateverIsSaidStaysWithinSlacksLimits(
            @ForAll @StringLength(min = 1, max = 700) String title,
            @ForAll @Size(max = 12) List<@StringLength(max = 900) String> lines,
            @ForAll @IntRange(max = 30) int seen) {
        // Given
        List<String> all = new ArrayList<>(lines);
        all.addAll(Collections.nCopies(6, "<&>".repeat(300)));

        // When
        JsonNode blocks = blocks(message("t" + title, all, "q" + "\"\\é".repeat(200), seen));

        // Then
        assertThat(blocks.size()).isBetween(3, 50);
        for (JsonNode block : blocks) {
            assertWithinLimits(block);
        }
    }

    private static void assertWithinLimits(JsonNode block) {
        assertThat(block.path("block_id").asText()).hasSizeLessThanOrEqualTo(255);
        String text = block.path("text").path("text").asText("x");
        switch (block.path("type").asText()) {
            case "header" -> assertThat(text).hasSizeBetween(1, 150);
            case "section" -> assertThat(text).hasSizeBetween(1, 3_000);
            case "context" -> assertThat(block.path("elements").size()).isBetween(1, 10);
            default -> {
                assertThat(block.path("elements").size()).isBetween(1, 25);
                for (JsonNode button : block.path("elements")) {
                    assertThat(button.path("value").asText()).hasSizeBetween(1, 2_000);
                    assertThat(button.path("action_id").asText()).hasSizeBetween(1, 255);
                    assertThat(button.path("text").path("text").asText()).hasSizeBetween(1, 75);
                }
            }
        }
    }

    @Test
    void cuttingNeverBreaksAnEntityOrACharacter() {
        assertThat(Mrkdwn.escape("a<b", 10)).isEqualTo("a&lt;b");
        assertThat(Mrkdwn.escape("a<bcdef", 5)).isEqualTo("a…");
        assertThat(Mrkdwn.escape("ab😀", 4)).isEqualTo("ab😀");
        assertThat(Mrkdwn.escape("ab😀c", 4)).isEqualTo("ab…");
    }
}
