package dev.followthrough.ingest.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins the cues of a transcript to turns. */
final class Turns {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final String fileName;
    private final List<Turn> turns = new ArrayList<>();

    private Turns(String fileName) {
        this.fileName = fileName;
    }

    static List<Turn> of(List<Cue> cues, Speakers speakers, String fileName) {
        Turns turns = new Turns(fileName);
        SpeakerPrefix prefix = SpeakerPrefix.learn(cues, speakers);
        cues.forEach(cue -> turns.add(cue, said(cue.payload(), prefix)));
        return turns.turns;
    }

    /** Sentences are plain text, and each has its speaker: nothing is read out of the words. */
    static List<Turn> of(List<Sentence> sentences, String fileName) {
        Turns turns = new Turns(fileName);
        for (Sentence sentence : sentences) {
            CueText.Said said = new CueText.Said(sentence.speaker(), sentence.text());
            turns.add(sentence.cue(), List.of(said));
        }
        return turns.turns;
    }

    private void add(Cue cue, List<CueText.Said> saidInIt) {
        int part = 1;
        for (CueText.Said said : saidInIt) {
            String words = SPACES.matcher(said.text()).replaceAll(" ").strip();
            if (!words.isEmpty()) {
                String number =
                        part == 1 ? String.valueOf(cue.number()) : cue.number() + "." + part;
                turn(said, number, cue).add(cue, words, "vtt:" + fileName + "#" + cue.startText());
                part++;
            }
        }
    }

    private Turn turn(CueText.Said said, String number, Cue cue) {
        Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
        if (last != null && last.goesOn(said.voice(), cue)) {
            return last;
        }
        // After a long silence a cue without a name still is the last speaker's.
        String speaker = said.voice() == null && last != null ? last.speaker() : said.voice();
        Turn turn = new Turn(speaker, number, cue);
        turns.add(turn);
        return turn;
    }

    private static List<CueText.Said> said(String payload, SpeakerPrefix prefix) {
        if (payload.startsWith("{")) {
            CueText.Said teams = teamsMetadata(payload);
            return teams == null ? List.of() : List.of(teams);
        }
        List<CueText.Said> said = CueText.read(payload);
        boolean plain = said.size() == 1 && said.get(0).voice() == null;
        return plain ? List.of(prefix.split(said.get(0).text())) : said;
    }

    /** Teams' “metadata content” form: a JSON object a cue. */
    private static CueText.@org.jspecify.annotations.Nullable Said teamsMetadata(String payload) {
        try {
            JsonNode json = JSON.readTree(payload);
            String name = json.path("speakerName").asText("");
            return new CueText.Said(
                    name.isBlank() ? null : name, json.path("spokenText").asText(""));
        } catch (JsonProcessingException e) {
            return new CueText.Said(null, payload);
        }
    }
}
