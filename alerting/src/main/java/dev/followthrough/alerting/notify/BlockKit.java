package dev.followthrough.alerting.notify;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;

import dev.followthrough.alerting.domain.Text;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.model.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A message as Slack shows it, within Slack's limits whatever the message holds.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Block Kit</a>
 */
final class BlockKit {
    static final int HEADER = 150;
    static final int SECTION = 3_000;
    static final int BLOCKS = 50;
    static final int TEXT = 3_000;
    private static final int LINE = 1_200;
    private static final int SNOOZE_HOURS = 24;

    private BlockKit() {}

    static List<LayoutBlock> blocks(Message message) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(h -> h.text(plain(message.title(), HEADER))));
        sections(message.lines(), BLOCKS - 3)
                .forEach(text -> blocks.add(section(s -> s.text(markdown(text)))));
        blocks.add(context(c -> c.elements(List.of(markdown(footer(message))))));
        List<BlockElement> buttons = message.standing() ? buttons(message) : List.of();
        if (!buttons.isEmpty()) {
            // A new id with each version: an updated message must not keep what was typed into the
            // old.
            blocks.add(
                    actions(
                            a ->
                                    a.blockId("followthrough-" + message.version())
                                            .elements(buttons)));
        }
        return blocks;
    }

    /** What a notification and a screen reader say. */
    static String text(Message message) {
        String why = message.lines().size() > 1 ? ". " + message.lines().get(1) : "";
        return Mrkdwn.escape(message.title() + why, TEXT);
    }

    /** Lines packed into as few sections as their limit allows. */
    private static List<String> sections(List<String> lines, int most) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        for (String line : lines) {
            String escaped = line(line);
            if (!section.isEmpty() && section.length() + 1 + escaped.length() > SECTION) {
                sections.add(section.toString());
                section.setLength(0);
            }
            section.append(section.isEmpty() ? "" : "\n").append(escaped);
        }
        if (!section.isEmpty()) {
            sections.add(section.toString());
        }
        return sections.subList(0, Math.min(most, sections.size()));
    }

    /** A quote stays one: its mark is ours, its words are theirs. */
    private static String line(String line) {
        return line.startsWith("> ")
                ? "> " + Mrkdwn.escape(line.substring(2), LINE)
                : Mrkdwn.escape(line.isBlank() ? " " : line, LINE);
    }

    private static String footer(Message message) {
        String severity =
                switch (message.severity()) {
                    case INFO -> ":large_blue_circle: info";
                    case WARNING -> ":large_orange_circle: warning";
                    case CRITICAL -> ":red_circle: critical";
                };
        return (message.standing() ? severity : ":white_check_mark: resolved") + " · followthrough";
    }

    private static List<BlockElement> buttons(Message message) {
        List<BlockElement> buttons = new ArrayList<>();
        button(message, ActionKind.ASSIGN, "Assign to me", 0).ifPresent(buttons::add);
        button(message, ActionKind.DONE, "Done", 0).ifPresent(buttons::add);
        button(message, ActionKind.SNOOZE, "Snooze 24 h", SNOOZE_HOURS).ifPresent(buttons::add);
        button(message, ActionKind.NOT_A_COMMITMENT, "Not a commitment", 0).ifPresent(buttons::add);
        return buttons;
    }

    private static Optional<BlockElement> button(
            Message message, ActionKind kind, String label, int snoozeHours) {
        return ButtonValue.of(message, snoozeHours)
                .map(
                        value ->
                                ButtonElement.builder()
                                        .actionId(kind.name().toLowerCase(Locale.ROOT))
                                        .text(plain(label, 75))
                                        .value(value)
                                        .style(
                                                kind == ActionKind.ASSIGN
                                                                && message.severity()
                                                                        != Severity.INFO
                                                        ? "primary"
                                                        : null)
                                        .build());
    }

    private static PlainTextObject plain(String text, int max) {
        return PlainTextObject.builder()
                .text(Text.cut(Mrkdwn.plain(text), max))
                .emoji(false)
                .build();
    }

    /** Verbatim: Slack must not make links or mentions out of what was said. */
    private static MarkdownTextObject markdown(String text) {
        return MarkdownTextObject.builder().text(text).verbatim(true).build();
    }
}
