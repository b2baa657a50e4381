package dev.followthrough.ingest.email;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.Source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a person opens a mail: in the web mail of the house, which finds it by its Message-ID.
 * Pure.
 */
public final class MailPermalink {
    /** What stands in a template for the Message-ID, without its angle brackets. */
    public static final String MESSAGE_ID = "{message_id}";

    /** Gmail's template. */
    public static final String GMAIL =
            "https://mail.google.com/mail/#search/rfc822msgid%3A" + MESSAGE_ID;

    private static final Pattern NAMED = Pattern.compile("mail:(?!sha256-|fwd-)(.+)");

    private MailPermalink() {}

    /**
     * The address of a mail; none for one without a Message-ID.
     *
     * @param template an https address with {@link #MESSAGE_ID}; empty where nothing opens mail
     * @param mail of those inside another one, the outer: it is the one that lies in a mailbox
     */
    public static Optional<String> of(String template, Signal mail) {
        Matcher named = NAMED.matcher(mail.id().value());
        if (template.isEmpty() || mail.source() != Source.EMAIL || !named.matches()) {
            return Optional.empty();
        }
        String id = URLEncoder.encode(named.group(1), StandardCharsets.UTF_8).replace("+", "%20");
        return Optional.of(template.replace(MESSAGE_ID, id));
    }
}
