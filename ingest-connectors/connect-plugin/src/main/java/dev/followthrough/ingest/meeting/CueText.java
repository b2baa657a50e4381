package dev.followthrough.ingest.meeting;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The text of a cue's payload by who says it: markup gone, entities decoded, voice spans apart.
 * Pure; never throws.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/#cue-text-parsing-rules">WebVTT cue text parsing</a>
 */
final class CueText {
    private final String payload;
    private final List<Said> said = new ArrayList<>();
    private final Deque<String> voices = new ArrayDeque<>();
    private final StringBuilder run = new StringBuilder();

    private CueText(String payload) {
        this.payload = payload;
    }

    /**
     * @param voice the speaker's name by markup, where there is one
     */
    record Said(@Nullable String voice, String text) {}

    static List<Said> read(String payload) {
        CueText text = new CueText(payload);
        int at = 0;
        while (at < payload.length()) {
            at = text.step(at);
        }
        text.end();
        return text.said;
    }

    private int step(int at) {
        if (payload.charAt(at) != '<') {
            int next = payload.indexOf('<', at);
            int end = next < 0 ? payload.length() : next;
            run.append(Parser.unescapeEntities(payload.substring(at, end), false));
            return end;
        }
        int close = payload.indexOf('>', at);
        int end = close < 0 ? payload.length() : close;
        tag(payload.substring(at + 1, end));
        return end + 1;
    }

    private void tag(String tag) {
        if (tag.equals("/v")) {
            end();
            voices.poll();
        } else if (isVoice(tag)) {
            end();
            int space = indexOfSpace(tag);
            String name = space < 0 ? "" : tag.substring(space).strip().replaceAll("\\s+", " ");
            voices.push(Parser.unescapeEntities(name, false));
        }
    }

    /** {@code v} alone, with classes or with a name. */
    private static boolean isVoice(String tag) {
        return tag.startsWith("v")
                && (tag.length() == 1
                        || tag.charAt(1) == '.'
                        || Character.isWhitespace(tag.charAt(1)));
    }

    private static int indexOfSpace(String tag) {
        int at = 0;
        while (at < tag.length() && !Character.isWhitespace(tag.charAt(at))) {
            at++;
        }
        return at < tag.length() ? at : -1;
    }

    private void end() {
        String voice = voices.peek();
        if (run.length() > 0) {
            said.add(new Said(voice == null || voice.isEmpty() ? null : voice, run.toString()));
            run.setLength(0);
        }
    }
}
