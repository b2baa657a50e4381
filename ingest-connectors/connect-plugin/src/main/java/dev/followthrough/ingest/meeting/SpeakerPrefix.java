package dev.followthrough.ingest.meeting;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zoom's {@code Name: text}. What stands before a colon is a speaker only where a participant is
 * called so, or where it is written like a name and comes again, or has two words or more;
 * “Question: …” is something said.
 */
final class SpeakerPrefix {
    private static final Pattern PREFIX =
            Pattern.compile("([^:\\n]{1,80}):[ \\t\\n]+(.*)", Pattern.DOTALL);
    private static final String WORD =
            "(?:[\\p{Lu}\\p{Lo}\\p{N}][\\p{L}\\p{M}\\p{N}.'’-]*|\\([^)]*\\)|\\[[^]]*]|[|&/-]|d[aeiou]s?|v[ao]n|de[nr]|la|el|bin|al)";
    private static final Pattern NAME = Pattern.compile(WORD + "(?: +" + WORD + "){0,6}");

    private final Speakers speakers;
    private final Map<String, Integer> seen = new HashMap<>();

    private SpeakerPrefix(Speakers speakers) {
        this.speakers = speakers;
    }

    static SpeakerPrefix learn(List<Cue> cues, Speakers speakers) {
        SpeakerPrefix prefix = new SpeakerPrefix(speakers);
        for (Cue cue : cues) {
            Matcher matcher = PREFIX.matcher(cue.payload());
            if (matcher.matches()) {
                prefix.seen.merge(matcher.group(1).strip(), 1, Integer::sum);
            }
        }
        return prefix;
    }

    /** Splits a text that has no voice of its own. */
    CueText.Said split(String text) {
        Matcher matcher = PREFIX.matcher(text);
        if (!matcher.matches()) {
            return new CueText.Said(null, text);
        }
        String name = matcher.group(1).strip();
        return isSpeaker(name)
                ? new CueText.Said(name, matcher.group(2))
                : new CueText.Said(null, text);
    }

    private boolean isSpeaker(@Nullable String name) {
        if (name == null || name.isEmpty() || speakers.knows(name)) {
            return name != null && !name.isEmpty();
        }
        boolean again = seen.getOrDefault(name, 0) > 1;
        return NAME.matcher(name).matches() && (again || name.contains(" "));
    }
}
