package dev.followthrough.ingest.slack;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a person opens a message, as {@code chat.getPermalink} gives it, without asking for each.
 * Pure.
 */
public final class SlackPermalink {
    private static final Pattern WORKSPACE = Pattern.compile("https://[\\w.-]+/");
    private static final Pattern MESSAGE =
            Pattern.compile("slack:[^/]+/([A-Z][A-Z0-9]+)/(\\d+)\\.(\\d+)");

    private SlackPermalink() {}

    /** Whether messages can be opened below it: {@code https://acme.slack.com/}. */
    public static boolean isWorkspace(String url) {
        return WORKSPACE.matcher(url).matches();
    }

    /**
     * The address of a message or, of a reaction, of the message reacted to.
     *
     * @param workspace the {@code url} that {@code auth.test} names; empty where it is not known
     */
    public static Optional<String> of(String workspace, Signal signal) {
        boolean reaction = signal.kind() == SignalKind.REACTION;
        Matcher message = message(reaction ? signal.facts().target() : signal.id());
        if (!message.matches() || !isWorkspace(workspace)) {
            return Optional.empty();
        }
        String channel = message.group(1);
        String link =
                workspace + "archives/" + channel + "/p" + message.group(2) + message.group(3);
        Matcher thread = message(reaction ? null : signal.replyTo());
        return Optional.of(
                thread.matches()
                        ? link
                                + "?thread_ts="
                                + thread.group(2)
                                + "."
                                + thread.group(3)
                                + "&cid="
                                + channel
                        : link);
    }

    private static Matcher message(@Nullable SignalId id) {
        return MESSAGE.matcher(id == null ? "" : id.value());
    }
}
