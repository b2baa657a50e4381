package dev.followthrough.contracts.model;

/**
 * Names one promise-like candidate: the signal that said it and the number of its utterance there.
 *
 * @param signal the signal that holds the words
 * @param utterance number of the utterance in that signal, from 0
 */
public record MentionId(SignalId signal, int utterance) implements Comparable<MentionId> {
    public MentionId {
        Check.present("signal of a mention", signal);
        Check.that(utterance >= 0, "utterance of a mention", "be 0 or more", utterance);
    }

    @Override
    public int compareTo(MentionId other) {
        int bySignal = signal.compareTo(other.signal);
        return bySignal != 0 ? bySignal : Integer.compare(utterance, other.utterance);
    }

    @Override
    public String toString() {
        return signal + "#u" + utterance;
    }
}
