package dev.followthrough.contracts.model;

import java.time.Instant;

/**
 * The exact words that carry a candidate.
 *
 * @param quote exactly {@code text[start, end)} of the signal
 * @param start UTF-16 offset into the signal's text
 * @param end UTF-16 offset, exclusive
 * @param signal where it was said
 * @param revision which revision of the signal was read
 * @param utterance number of the utterance in the signal, from 0; unique among the signal's
 *     promise-like candidates
 * @param ref where a person finds it at the source: {@code slack:<channel name>/<ts>}, {@code
 *     mail:<Message-ID>}, {@code vtt:<file>#<cue>}
 * @param author who said it, side resolved
 * @param saidAt when
 * @param rule id of the rule that found it
 */
public record Evidence(
        String quote,
        int start,
        int end,
        SignalId signal,
        long revision,
        int utterance,
        String ref,
        Party author,
        Instant saidAt,
        String rule) {
    public Evidence {
        Check.text("quote", quote);
        Check.that(
                start >= 0 && end - start == quote.length(),
                "span of a quote",
                "fit its length " + quote.length(),
                start + "…" + end);
        Check.present("signal of a quote", signal);
        Check.that(utterance >= 0, "utterance", "be 0 or more", utterance);
        Check.text("ref of a quote", ref);
        Check.present("author of a quote", author);
        Check.present("said_at of a quote", saidAt);
        Check.text("rule of a quote", rule);
    }

    public MentionId mention() {
        return new MentionId(signal, utterance);
    }
}
