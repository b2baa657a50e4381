package dev.followthrough.ingest.meeting;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.Mapped;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** The turns of a transcript as signals. Pure, thread-safe; never throws on bad input. */
public final class MeetingSignals {
    private MeetingSignals() {}

    /**
     * One signal a turn, each answering the one before it, and a refusal for each broken cue.
     *
     * @param fileName as evidence shows it
     */
    public static List<Mapped> of(Transcript transcript, MeetingInfo meeting, String fileName) {
        Speakers speakers = new Speakers(meeting);
        List<Mapped> mapped = new ArrayList<>();
        Queue<Transcript.Broken> broken = new ArrayDeque<>(transcript.broken());
        SignalId previous = null;
        for (Turn turn : Turns.of(transcript.cues(), speakers, fileName)) {
            while (!broken.isEmpty() && broken.peek().behind() < turn.firstCue()) {
                mapped.add(rejected(broken.remove()));
            }
            Party author = speakers.party(turn.speaker());
            Signal signal = signal(turn, meeting, author, speakers.others(author), previous);
            mapped.add(new Mapped.Said(signal));
            previous = signal.id();
        }
        broken.forEach(cue -> mapped.add(rejected(cue)));
        return mapped;
    }

    /**
     * The same of a source that tells speakers apart by words of its own instead of shown names.
     *
     * @param participants of the meeting, by the word for them; a speaker who is none of them has
     *     neither name nor address
     * @param fileName as evidence shows it
     */
    public static List<Mapped> of(
            List<Sentence> sentences,
            MeetingInfo meeting,
            Map<String, MeetingInfo.Participant> participants,
            String fileName) {
        Speakers speakers = new Speakers(meeting);
        List<Mapped> mapped = new ArrayList<>();
        SignalId previous = null;
        for (Turn turn : Turns.of(sentences, fileName)) {
            String speaker = String.valueOf(turn.speaker());
            Party author = speakers.party(participants.get(speaker), speaker);
            Signal signal = signal(turn, meeting, author, speakers.others(author), previous);
            mapped.add(new Mapped.Said(signal));
            previous = signal.id();
        }
        return mapped;
    }

    private static Mapped rejected(Transcript.Broken cue) {
        return new Mapped.Rejected(
                "invalid-cue",
                "cue must have times such as 00:01:02.000 --> 00:01:05.000, line "
                        + cue.line()
                        + " has none");
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
            Turn turn,
            MeetingInfo meeting,
            Party author,
            List<Party> audience,
            @Nullable SignalId previous) {
        return new Signal(
                new SignalId("meeting:" + meeting.id() + "#" + turn.number()),
                turn.cues() + meeting.revisionStep(),
                false,
                SignalKind.TURN,
                Source.MEETING,
                new ConversationId("meeting:" + meeting.id()),
                previous,
                meeting.start().plus(turn.start()),
                meeting.zone(),
                author,
                audience,
                null,
                null,
                turn.text(),
                null,
                List.of(),
                turn.places(),
                Facts.NONE);
    }
}
