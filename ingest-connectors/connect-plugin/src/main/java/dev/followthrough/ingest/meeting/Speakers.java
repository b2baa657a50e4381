package dev.followthrough.ingest.meeting;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Who the names of a transcript are. A shown name is no identity: it is matched to a participant
 * exactly, else where one alone begins like it, else it stays a name without an address.
 */
final class Speakers {
    private static final Pattern AFTER_NAME =
            Pattern.compile("\\s*(?:\\(.*|\\[.*|\\|.*|/.*|,.*| - .*)$");
    private static final Pattern SPACES = Pattern.compile("[\\s.]+");

    private final MeetingInfo meeting;

    Speakers(MeetingInfo meeting) {
        this.meeting = meeting;
    }

    /** The party behind a shown name; without a name, nobody known. */
    Party party(@Nullable String shown) {
        if (shown == null) {
            return new Party("meeting:" + meeting.id() + "/unknown", null, null, Side.UNKNOWN);
        }
        MeetingInfo.Participant found = find(shown);
        return found != null
                ? party(found)
                : new Party("meeting:" + meeting.id() + "/" + shown, shown, null, Side.UNKNOWN);
    }

    /** A participant, or somebody whom the source knows by a word of its own alone. */
    Party party(MeetingInfo.@Nullable Participant participant, String key) {
        if (participant != null) {
            return party(participant);
        }
        return key.isEmpty()
                ? party((String) null)
                : new Party(
                        "meeting:" + meeting.id() + "/speaker-" + key, null, null, Side.UNKNOWN);
    }

    /** Everybody there but the speaker. */
    List<Party> others(Party speaker) {
        return meeting.participants().stream()
                .map(this::party)
                .filter(party -> !party.id().equals(speaker.id()))
                .toList();
    }

    boolean knows(String shown) {
        return find(shown) != null;
    }

    private Party party(MeetingInfo.Participant participant) {
        String id = "meeting:" + meeting.id() + "/" + participant.name();
        return new Party(id, participant.name(), participant.email(), participant.side());
    }

    private MeetingInfo.@Nullable Participant find(String shown) {
        String name = plain(shown);
        MeetingInfo.Participant exact = only(name, String::equals);
        if (exact != null || name.isEmpty()) {
            return exact;
        }
        MeetingInfo.Participant longer = only(name, (full, part) -> full.startsWith(part + " "));
        return longer != null ? longer : only(name, (full, part) -> isInitialed(full, part));
    }

    private MeetingInfo.@Nullable Participant only(
            String name, BiPredicate<String, String> matches) {
        List<MeetingInfo.Participant> found =
                meeting.participants().stream()
                        .filter(participant -> matches.test(plain(participant.name()), name))
                        .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** “Ana P.” for Ana Pereira. */
    private static boolean isInitialed(String full, String part) {
        int space = part.lastIndexOf(' ');
        return space > 0 && space == part.length() - 2 && full.startsWith(part);
    }

    private static String plain(String name) {
        String bare = AFTER_NAME.matcher(name).replaceAll("");
        return SPACES.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
