package dev.followthrough.ingest.slack;

import dev.followthrough.contracts.model.Named;

import java.util.ArrayList;
import java.util.List;

/**
 * Slack's “mrkdwn” to plain text, in time linear in its length. Links show their label, mentions
 * the name with an {@code @}, emoji their short name; code keeps its backticks, so that a reader
 * sees that it is code; quoted lines are set apart, since their words are somebody else's.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message
 *     text</a>
 */
final class Mrkdwn {
    private final String raw;
    private final Marks marks;
    private final Tags tags;
    private final StringBuilder out = new StringBuilder();
    private final List<Named> named = new ArrayList<>();

    private Mrkdwn(String raw, SlackTeam team) {
        this.raw = raw;
        this.marks = Marks.of(raw);
        this.tags = new Tags(team);
    }

    static PlainText read(String raw, SlackTeam team) {
        QuotedLines lines = QuotedLines.split(raw);
        Mrkdwn own = new Mrkdwn(lines.own().strip(), team);
        own.write();
        if (lines.quoted().isBlank()) {
            return new PlainText(own.out.toString(), own.named, null);
        }
        Mrkdwn quoted = new Mrkdwn(lines.quoted().strip(), team);
        quoted.write();
        return new PlainText(own.out.toString(), own.named, quoted.out.toString());
    }

    private void write() {
        int at = 0;
        while (at < raw.length()) {
            at = step(at);
        }
    }

    /** Writes what stands at an offset; answers the next one. */
    private int step(int at) {
        char c = raw.charAt(at);
        int tagEnd = marks.tagEnd(at);
        if (tagEnd > 0) {
            Tags.Shown shown = tags.show(raw.substring(at + 1, tagEnd));
            int start = out.length();
            out.append(shown.text());
            if (shown.party() != null) {
                named.add(new Named(start, out.length(), shown.party()));
            }
            return tagEnd + 1;
        }
        if (marks.isFormatting(at)) {
            return at + 1;
        }
        int length = c == '&' ? Entities.lengthAt(raw, at) : 0;
        out.append(length == 0 ? c : Entities.charAt(raw, at));
        return at + Math.max(1, length);
    }
}
