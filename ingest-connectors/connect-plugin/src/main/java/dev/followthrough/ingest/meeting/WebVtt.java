package dev.followthrough.ingest.meeting;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The cues of a WebVTT file. Settings, regions and style sheets say how a cue looks and are not
 * read. More tolerant than the standard in two places: times as Teams and others write them, and an
 * id that stands under the words of the cue before it for want of a blank line. Pure; never throws.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/#file-parsing">WebVTT file parsing</a>
 */
public final class WebVtt {
    private static final String SIGNATURE = "WEBVTT";
    private static final String ARROW = "-->";

    /** As Teams names a cue. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}(?:/\\d{1,9}-\\d{1,9})?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Lines lines;
    private final List<Cue> cues = new ArrayList<>();
    private final List<Transcript.Broken> broken = new ArrayList<>();

    private boolean commas;

    /** The id of the next cue, where it was found under the words of the last one. */
    private String glued = "";

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
            cue(glued, first);
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
        Timing timing = timing(times);
        int line = lines.number();
        String payload = payload(id);
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

    /** A comma is garbage, as the standard has it, but where the file begins so. */
    private @Nullable Timing timing(String times) {
        commas |= cues.isEmpty() && broken.isEmpty() && Timing.withCommas(times) != null;
        Timing timing = Timing.webVtt(times);
        return timing == null && commas ? Timing.withCommas(times) : timing;
    }

    private String payload(String id) {
        List<String> text = new ArrayList<>();
        glued = "";
        String line = lines.next();
        while (line != null && !line.isEmpty()) {
            if (line.contains(ARROW)) {
                lines.back();
                unglue(id, text);
                break;
            }
            text.add(line);
            line = lines.next();
        }
        return String.join("\n", text);
    }

    /** Words that only look like an id stay words: a number is one where it counts on. */
    private void unglue(String id, List<String> text) {
        String last = text.isEmpty() ? "" : text.get(text.size() - 1).strip();
        boolean next =
                NUMBER.matcher(last).matches()
                        && NUMBER.matcher(id).matches()
                        && Integer.parseInt(last) == Integer.parseInt(id) + 1;
        if (next || NAMED.matcher(last).matches()) {
            glued = last;
            text.remove(text.size() - 1);
        }
    }

    /** A note, a style sheet or a region. */
    private void skipBlock() {
        payload("");
    }
}
