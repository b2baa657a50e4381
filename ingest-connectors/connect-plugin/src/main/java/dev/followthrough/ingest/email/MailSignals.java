package dev.followthrough.ingest.email;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** Builds the signals of one mail: identity, conversation, words. */
final class MailSignals {
    /** Later than any mail: revisions of copies count down from here. */
    private static final long END_OF_TIME = 9_999_999_999_999L;

    private MailSignals() {}

    static Signal of(
            MailHeaders headers,
            String messageId,
            OffsetDateTime said,
            Party author,
            Cut cut,
            List<String> attachments,
            boolean machine) {
        SignalId id = new SignalId("mail:" + messageId);
        String parent = headers.firstId("In-Reply-To");
        String root = headers.firstId("References");
        String conversation = root != null ? root : parent != null ? parent : messageId;
        String quoted = machine ? cut.own() : cut.quoted();
        return new Signal(
                id,
                0,
                false,
                SignalKind.MAIL,
                Source.EMAIL,
                new ConversationId("mail:" + conversation),
                parent == null ? null : new SignalId("mail:" + parent),
                said.toInstant(),
                said.getOffset(),
                author,
                headers.audience(),
                null,
                null,
                machine ? "" : bounded(cut.own(), Signal.MAX_TEXT),
                quoted(quoted),
                List.of(),
                List.of(new Place(0, id.value())),
                Facts.attachments(attachments));
    }

    static Signal revised(Signal mail, long revision) {
        return new Signal(
                mail.id(),
                revision,
                mail.deleted(),
                mail.kind(),
                mail.source(),
                mail.conversation(),
                mail.replyTo(),
                mail.saidAt(),
                mail.zone(),
                mail.author(),
                mail.audience(),
                mail.account(),
                mail.deal(),
                mail.text(),
                mail.quoted(),
                mail.named(),
                mail.places(),
                mail.facts());
    }

    /**
     * A mail that was read inside a forward. Named by author and words, so the copies in all
     * forwards are one signal; the copy in the earliest forward has the highest revision and is
     * kept.
     */
    static Signal copy(Signal outer, ForwardedMails.Inner inner) {
        String id = "mail:fwd-" + Digest.of(inner.author().id() + "\n" + letters(inner.text()), 32);
        return new Signal(
                new SignalId(id),
                END_OF_TIME - Math.max(0, outer.saidAt().toEpochMilli()),
                false,
                SignalKind.MAIL,
                Source.EMAIL,
                new ConversationId(id),
                null,
                inner.saidAt(),
                inner.zone(),
                inner.author(),
                inner.audience(),
                null,
                null,
                bounded(inner.text(), Signal.MAX_TEXT),
                quoted(inner.quoted()),
                List.of(),
                List.of(new Place(0, outer.places().get(0).ref())),
                Facts.NONE);
    }

    /** What forwarding keeps of a text: clients wrap lines and change signs, not letters. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static @Nullable String quoted(String quoted) {
        return quoted.isEmpty() ? null : bounded(quoted, Signal.MAX_QUOTED);
    }

    private static String bounded(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
