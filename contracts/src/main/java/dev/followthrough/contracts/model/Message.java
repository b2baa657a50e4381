package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What should stand at one destination now, independent of how the destination renders it.
 *
 * @param destination {@code slack:<channel id>}, {@code terminal:} …
 * @param escalation what it speaks about; a digest names the account's digest
 * @param standing false once it should read as resolved
 * @param title first line
 * @param lines body, one line each
 * @param log one line a change of state, oldest first: the message's thread
 * @param mention what a button carries, where there is a commitment
 * @param version hash of the content
 */
public record Message(
        String destination,
        EscalationId escalation,
        AccountId account,
        Severity severity,
        boolean standing,
        String title,
        List<String> lines,
        List<String> log,
        @Nullable MentionId mention,
        @Nullable ConversationId conversation,
        @Nullable String quote,
        List<ActionId> seen,
        String version) {
    public Message {
        Check.text("destination of a message", destination);
        Check.present("escalation of a message", escalation);
        Check.present("account of a message", account);
        Check.present("severity of a message", severity);
        Check.text("title of a message", title);
        lines = Check.list(lines);
        log = Check.list(log);
        seen = Check.list(seen);
        Check.text("version of a message", version);
    }
}
