package dev.followthrough.ingest.meeting;

import java.time.Duration;
import java.util.Locale;

/**
 * Some words of a transcript whose source itself tells who spoke.
 *
 * @param number from 1, in the order of the transcript
 * @param speaker the source's own word for who spoke; empty where it does not tell
 * @param start since the beginning of the recording
 * @param text plain, without markup
 */
public record Sentence(int number, String speaker, Duration start, Duration end, String text) {
    /** The same as a caption. */
    Cue cue() {
        String shown =
                String.format(
                        Locale.ROOT,
                        "%02d:%02d:%02d.%03d",
                        start.toHours(),
                        start.toMinutesPart(),
                        start.toSecondsPart(),
                        start.toMillisPart());
        return new Cue(number, "", start, end, shown, text);
    }
}
