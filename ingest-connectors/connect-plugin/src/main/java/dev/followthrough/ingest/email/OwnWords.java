package dev.followthrough.ingest.email;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the author of a mail newly wrote, where a system that keeps mails gives their bodies and not
 * their bytes. Pure, thread-safe; never throws on bad text.
 *
 * @param text without quoted history, signature and footer; empty where nothing is new
 * @param quoted what was cut of other mails; null where nothing was
 */
public record OwnWords(String text, @Nullable String quoted) {
    /** Text beyond this is not read: a mail of words is far shorter. */
    private static final int MOST_CHARS = 2 * 1024 * 1024;

    /**
     * @param plain the plain-text body, if there is one
     * @param html the HTML body, read where there is no plain one
     * @param author the sender's name, which opens many signatures; null where not known
     */
    public static OwnWords of(
            @Nullable String plain, @Nullable String html, @Nullable String author) {
        List<Line> lines =
                plain != null && !plain.isBlank()
                        ? PlainLines.of(bounded(plain))
                        : html == null ? List.of() : HtmlLines.of(bounded(html));
        Cut cut = ReplyCutter.cut(lines, author == null ? "" : author);
        return new OwnWords(cut.own(), cut.quoted().isEmpty() ? null : cut.quoted());
    }

    private static String bounded(String text) {
        return text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
    }
}
