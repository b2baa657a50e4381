package dev.followthrough.ingest.receiver.support;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.crm.HtmlText;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * One thing said in a support tool.
 *
 * @param conversation the ticket or conversation: {@code zendesk:1/ticket/2}
 * @param rest what tells it apart there; empty for what opened it
 * @param revision when it was edited, 0 where it was not
 * @param internal whether only colleagues see it
 * @param body plain or HTML
 * @param link where a person reads it
 */
record SupportSignal(
        String conversation,
        String rest,
        long revision,
        boolean deleted,
        boolean internal,
        Instant saidAt,
        Party author,
        List<Party> audience,
        String body,
        List<String> attachments,
        String link) {
    /** The place of its words, where it is an address. */
    static Optional<String> permalink(Signal signal) {
        return Optional.of(signal.refAt(0));
    }

    /** Zones of people are not among what these tools send. */
    Mapped mapped() {
        String text = deleted ? "" : HtmlText.of(body);
        if (text.length() > Signal.MAX_TEXT) {
            return new Mapped.Rejected(
                    "invalid-support-message",
                    "message must have at most "
                            + Signal.MAX_TEXT
                            + " characters, had "
                            + text.length());
        }
        if (text.isEmpty() && !deleted && attachments.isEmpty()) {
            return new Mapped.Ignored("empty");
        }
        SignalId opened = new SignalId(conversation);
        return new Mapped.Said(
                new Signal(
                        rest.isEmpty() ? opened : new SignalId(conversation + "#" + rest),
                        revision,
                        deleted,
                        internal ? SignalKind.NOTE : SignalKind.TICKET,
                        Source.SUPPORT,
                        new ConversationId(conversation),
                        rest.isEmpty() ? null : opened,
                        saidAt,
                        ZoneOffset.UTC,
                        author,
                        internal ? List.of() : audience,
                        null,
                        null,
                        text,
                        null,
                        List.of(),
                        List.of(new Place(0, link)),
                        attachments.isEmpty() ? Facts.NONE : Facts.attachments(attachments)));
    }
}
