package dev.followthrough.ingest.meeting;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The cues of an SRT file: a number, the times, the text, a blank line. Pure; never throws. */
public final class SubRip {
    private final Lines lines;
    private final List<Cue> cues = new ArrayList<>();
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
    public static List<Cue> parse(String text) {
        SubRip parser = new SubRip(text);
        String line = parser.lines.next();
        while (line != null) {
            parser.line(line);
            line = parser.lines.next();
        }
        return List.copyOf(parser.cues);
    }

    private void line(String line) {
        Timing timing = Timing.subRip(line);
        if (timing == null) {
            pending = line.strip();
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
