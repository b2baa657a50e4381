package dev.followthrough.ingest.meeting;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The cues of a WebVTT file. Settings, regions and style sheets say how a cue looks and are not
 * read. More tolerant than the standard in one place: times as Teams writes them. Pure; never
 * throws.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/#file-parsing">WebVTT file parsing</a>
 */
public final class WebVtt {
    private static final String SIGNATURE = "WEBVTT";
    private static final String ARROW = "-->";

    private final Lines lines;
    private final List<Cue> cues = new ArrayList<>();
    private final List<Transcript.Broken> broken = new ArrayList<>();

    private WebVtt(String text) {
        this.lines = new Lines(text);
    }

    /** Whether a text begins as WebVTT must. */
    public static boolean isWebVtt(String text) {
        String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!start.startsWith(SIGNATURE)) {
            return false;
        }
        return start.length() == SIGNATURE.length()
                || " \t\r\n".indexOf(start.charAt(SIGNATURE.length())) >= 0;
    }

    /** The cues in the order of the file; none where the signature is missing. */
    public static Transcript parse(String text) {
        if (!isWebVtt(text)) {
            return new Transcript(List.of(), List.of());
        }
        WebVtt parser = new WebVtt(text);
        parser.lines.next();
        parser.header();
        while (parser.block()) {
            // each block leaves its cue, if it has one
        }
        return new Transcript(parser.cues, parser.broken);
    }

    /**
     * Everything up to a blank line; a line with times ends it too, and belongs to the first cue.
     */
    private void header() {
        String line = lines.next();
        while (line != null && !line.isEmpty()) {
            if (line.contains(ARROW)) {
                lines.back();
                return;
            }
            line = lines.next();
        }
    }

    /** Reads up to a blank line or to the times of the next cue; false at the end. */
    private boolean block() {
        String first = skipBlank();
        if (first == null) {
            return false;
        }
        if (first.contains(ARROW)) {
            cue("", first);
            return true;
        }
        String second = lines.next();
        if (second == null || second.isEmpty()) {
            return true;
        }
        if (second.contains(ARROW)) {
            cue(first, second);
        } else {
            skipBlock();
        }
        return true;
    }

    private @Nullable String skipBlank() {
        String line = lines.next();
        while (line != null && line.isEmpty()) {
            line = lines.next();
        }
        return line;
    }

    private void cue(String id, String times) {
        Timing timing = Timing.webVtt(times);
        int line = lines.number();
        String payload = payload();
        if (timing == null) {
            broken.add(new Transcript.Broken(cues.size(), line, times + "\n" + payload));
        } else {
            cues.add(
                    new Cue(
                            cues.size() + 1,
                            id,
                            timing.start(),
                            timing.end(),
                            timing.startText(),
                            payload));
        }
    }

    private String payload() {
        StringBuilder text = new StringBuilder();
        String line = lines.next();
        while (line != null && !line.isEmpty()) {
            if (line.contains(ARROW)) {
                lines.back();
                break;
            }
            text.append(text.length() == 0 ? "" : "\n").append(line);
            line = lines.next();
        }
        return text.toString();
    }

    /** A note, a style sheet or a region. */
    private void skipBlock() {
        payload();
    }
}
