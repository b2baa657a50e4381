package dev.followthrough.ingest.meeting;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The cues of an SRT file: a number, the times, the text, a blank line. What stands between cues
 * and is no number is a cue whose times are missing or wrong. Pure; never throws.
 */
public final class SubRip {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Lines lines;
    private final List<Cue> cues = new ArrayList<>();
    private final List<Transcript.Broken> broken = new ArrayList<>();
    private String pending = "";

    private SubRip(String text) {
        this.lines = new Lines(text);
    }

    /** Whether one of the first lines holds times. */
    public static boolean isSubRip(String text) {
        Lines lines = new Lines(text);
        for (int i = 0; i < 5; i++) {
            String line = lines.next();
            if (line != null && Timing.subRip(line) != null) {
                return true;
            }
        }
        return false;
    }

    /** The cues in the order of the file. */
    public static Transcript parse(String text) {
        SubRip parser = new SubRip(text);
        String line = parser.lines.next();
        while (line != null) {
            parser.line(line);
            line = parser.lines.next();
        }
        return new Transcript(parser.cues, parser.broken);
    }

    private void line(String line) {
        Timing timing = Timing.subRip(line);
        if (timing == null && line.isBlank()) {
            return;
        }
        if (timing == null) {
            number(line.strip());
            return;
        }
        String payload = payload();
        cues.add(
                new Cue(
                        cues.size() + 1,
                        pending,
                        timing.start(),
                        timing.end(),
                        timing.startText(),
                        payload));
        pending = "";
    }

    /** The line above the times; with other words it is a cue that has none. */
    private void number(String line) {
        if (NUMBER.matcher(line).matches()) {
            pending = line;
            return;
        }
        int at = lines.number();
        broken.add(new Transcript.Broken(cues.size(), at, line + "\n" + payload()));
        pending = "";
    }

    private String payload() {
        StringBuilder text = new StringBuilder();
        @Nullable String line = lines.next();
        while (line != null && !line.isBlank()) {
            if (Timing.subRip(line) != null) {
                lines.back();
                break;
            }
            text.append(text.length() == 0 ? "" : "\n").append(line);
            line = lines.next();
        }
        return text.toString();
    }
}
