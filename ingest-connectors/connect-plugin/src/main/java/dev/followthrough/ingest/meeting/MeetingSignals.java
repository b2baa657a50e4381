package dev.followthrough.ingest.meeting;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The turns of a transcript as signals. Pure, thread-safe; never throws on bad input. */
public final class MeetingSignals {
    private MeetingSignals() {}

    /**
     * One signal a turn, each answering the one before it.
     *
     * @param fileName as evidence shows it
     */
    public static List<Signal> of(List<Cue> cues, MeetingInfo meeting, String fileName) {
        Speakers speakers = new Speakers(meeting);
        List<Signal> signals = new ArrayList<>();
        SignalId previous = null;
        for (Turn turn : Turns.of(cues, speakers, fileName)) {
            Signal signal = signal(turn, meeting, speakers, previous);
            signals.add(signal);
            previous = signal.id();
        }
        return signals;
    }

    /**
     * What a transcript shows by itself where no sidecar stands beside it.
     *
     * @param modified the file's time, where its name shows none
     */
    public static MeetingInfo withoutSidecar(List<Cue> cues, String fileName, Instant modified) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        // The first cue stays the first while a transcript grows.
        String first = cues.isEmpty() ? "" : cues.get(0).startText() + " " + cues.get(0).payload();
        Instant start = FileNameTime.read(fileName);
        return MeetingInfo.bare(stem + "-" + Digest.of(first, 8), start == null ? modified : start);
    }

    private static Signal signal(
            Turn turn, MeetingInfo meeting, Speakers speakers, @Nullable SignalId previous) {
        Party author = speakers.party(turn.speaker());
        return new Signal(
                new SignalId("meeting:" + meeting.id() + "#" + turn.number()),
                turn.cues(),
                false,
                SignalKind.TURN,
                Source.MEETING,
                new ConversationId("meeting:" + meeting.id()),
                previous,
                meeting.start().plus(turn.start()),
                meeting.zone(),
                author,
                speakers.others(author),
                null,
                null,
                turn.text(),
                null,
                List.of(),
                turn.places(),
                Facts.NONE);
    }
}
