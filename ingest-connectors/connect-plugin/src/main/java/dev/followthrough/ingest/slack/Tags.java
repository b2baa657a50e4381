package dev.followthrough.ingest.slack;

import dev.followthrough.contracts.model.Party;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * What Slack shows for the text between {@code <} and {@code >}: mentions, channels, groups, dates,
 * links.
 */
final class Tags {
    private static final Pattern BRACES = Pattern.compile("[{}]");

    private final SlackTeam team;

    Tags(SlackTeam team) {
        this.team = team;
    }

    /**
     * @param party whom a mention means
     */
    record Shown(String text, @Nullable Party party) {}

    Shown show(String tag) {
        int bar = tag.indexOf('|');
        String target = bar < 0 ? tag : tag.substring(0, bar);
        String label = bar < 0 ? "" : Entities.decode(tag.substring(bar + 1));
        return switch (tag.isEmpty() ? ' ' : tag.charAt(0)) {
            case '@' -> mention(target.substring(1), label);
            case '#' -> new Shown(channel(target.substring(1), label), null);
            case '!' -> new Shown(special(target.substring(1), label), null);
            default -> new Shown(link(target, label), null);
        };
    }

    private Shown mention(String user, String label) {
        if (user.isBlank()) {
            return new Shown("@" + label, null);
        }
        SlackUser known = team.users().get(user);
        String name = label.startsWith("@") ? label.substring(1) : label;
        String shown = known != null ? known.shown() : name.isBlank() ? user : name;
        return new Shown("@" + shown, team.party(user, name));
    }

    private String channel(String id, String label) {
        SlackChannel known = team.channels().get(id);
        return "#" + (known != null ? known.name() : label.isEmpty() ? id : label);
    }

    private static String special(String command, String label) {
        if (command.startsWith("date^")) {
            return label.isEmpty() ? dateFormat(command) : label;
        }
        if (command.startsWith("subteam^")) {
            String shown = label.isEmpty() ? command.substring("subteam^".length()) : label;
            return shown.startsWith("@") ? shown : "@" + shown;
        }
        return switch (command) {
            case "here", "channel", "everyone" -> "@" + command;
            default -> "<" + (label.isEmpty() ? command : label) + ">";
        };
    }

    /**
     * A date without a fallback shows its format, which at least holds the words around the date.
     */
    private static String dateFormat(String command) {
        String[] parts = command.split("\\^", -1);
        return parts.length > 2 ? BRACES.matcher(Entities.decode(parts[2])).replaceAll("") : "";
    }

    private static String link(String target, String label) {
        String url = Entities.decode(target);
        String shown = url.startsWith("mailto:") ? url.substring("mailto:".length()) : url;
        return label.isBlank() ? shown : label;
    }
}
