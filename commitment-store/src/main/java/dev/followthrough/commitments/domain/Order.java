package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.SignalId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The one order of things said: (said_at, signal, utterance), then the kind. Written as printable
 * ASCII without {@code ~}, so that text, bytes and stores agree on it.
 */
final class Order {
    /** 1 January of the year -200: keeps seconds positive for any date people name. */
    private static final long FIRST_SECOND = -68_000_000_000L;

    private static final char BETWEEN = '!';

    private Order() {}

    static String of(Instant at, SignalId signal, int utterance, int kind) {
        long seconds = Math.max(0, at.getEpochSecond() - FIRST_SECOND);
        return padded(seconds, 12)
                + padded(at.getNano(), 9)
                + BETWEEN
                + ascii(signal.value())
                + BETWEEN
                + padded(utterance, 6)
                + padded(kind, 6);
    }

    private static String padded(long value, int digits) {
        String text = Long.toString(value);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each <= BETWEEN || each >= '~' || each == '%') {
                out.append('%').append(String.format("%02X", each & 0xff));
            } else {
                out.append((char) each);
            }
        }
        return out.toString();
    }
}
