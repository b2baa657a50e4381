package dev.followthrough.standalone.explain;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.app.ExplainLine;
import dev.followthrough.extract.explain.Explanation;
import dev.followthrough.extract.refine.Change;
import dev.followthrough.extract.text.Sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation for a person at a terminal of 100 columns. */
public final class ExplainText {
    private final Explanation explanation;
    private final JsonNode answer;
    private final Page page = new Page();

    private ExplainText(ExplainLine line) {
        this.explanation = line.explanation();
        this.answer = line.answer();
    }

    public static String of(ExplainLine line) {
        return new ExplainText(line).text();
    }

    private String text() {
        said();
        page.heading("SENTENCES");
        explanation.sentences().forEach(this::sentence);
        page.heading("TIMES");
        TimeLines times = new TimeLines(page);
        explanation.times().forEach(times::print);
        none(explanation.times(), "no words that name a time");
        ClauseLines clauses = new ClauseLines(page, explanation.signal().text());
        explanation.clauses().forEach(clauses::print);
        page.heading("REFINED");
        explanation.changes().forEach(this::change);
        none(explanation.changes(), "nothing to refine");
        page.heading("FOUND");
        answer.path("candidates").forEach(this::candidate);
        if (answer.path("candidates").isEmpty()) {
            page.entry("  ", "nothing");
        }
        if (answer.has("contract")) {
            page.heading("CONTRACT");
            answer.path("contract").forEach(this::fact);
        }
        return page.toString();
    }

    private void said() {
        Signal signal = explanation.signal();
        page.entry("text     ", signal.text());
        page.entry(
                "said     ",
                signal.saidAt().atZone(signal.zone()).toOffsetDateTime()
                        + " in "
                        + signal.zone()
                        + " by "
                        + signal.author().label());
        for (Explanation.Before before : explanation.before()) {
            List<String> kinds = ExplainLine.kinds(before);
            page.entry(
                    "before   ",
                    before.signal().author().label()
                            + ": "
                            + before.signal().text()
                            + " → "
                            + (kinds.isEmpty() ? "nothing" : String.join(", ", kinds)));
        }
        page.entry("rules    ", explanation.version());
    }

    private void sentence(Sentence sentence) {
        String words = explanation.signal().text().substring(sentence.start(), sentence.end());
        String how =
                sentence.read()
                        ? "read for “" + sentence.why() + "”"
                        : "not read: " + sentence.why();
        page.entry(
                String.format(Locale.ROOT, "  %-3d", sentence.number()),
                words + "   (" + how + ")");
    }

    private void change(Change change) {
        String from = change.from().isEmpty() ? "–" : change.from();
        String to = change.to().isEmpty() ? "–" : change.to();
        page.entry(
                String.format(Locale.ROOT, "  @%-4d %-17s", change.start(), change.refiner()),
                change.field() + ": " + from + " → " + to);
    }

    private void head(String what, JsonNode found) {
        page.entry(
                "  ",
                String.format(
                        Locale.ROOT,
                        "%s %.2f “%s” [%d, %d) by %s",
                        what,
                        found.path("confidence").asDouble(),
                        found.path("quote").asText(),
                        found.path("start").asInt(),
                        found.path("end").asInt(),
                        found.path("rule").asText()));
    }

    private void candidate(JsonNode found) {
        head(found.path("type").asText(), found);
        List<String> fields = new ArrayList<>();
        for (String name :
                List.of(
                        "promisor",
                        "action",
                        "modality",
                        "condition",
                        "polarity",
                        "item",
                        "category")) {
            if (found.hasNonNull(name)) {
                fields.add(name + " " + found.path(name).asText());
            }
        }
        if (found.has("limit")) {
            fields.add("limit " + limit(found.path("limit")));
        }
        if (found.has("due")) {
            fields.add("due " + due(found.path("due")));
        }
        if (!fields.isEmpty()) {
            page.entry("     ", String.join(" · ", fields));
        }
    }

    private void fact(JsonNode found) {
        head(found.path("kind").asText(), found);
        if (found.has("value")) {
            page.entry("     ", value(found.path("value")));
        }
    }

    private static String value(JsonNode value) {
        String words =
                switch (value.path("kind").asText()) {
                    case "date" -> value.path("date").asText();
                    case "open_ended" -> "no end";
                    default -> plain(value.path("amount")) + " " + value.path("unit").asText();
                };
        return words
                + (value.has("per") ? " per " + value.path("per").asText() : "")
                + (value.path("successive").asBoolean() ? ", again and again" : "");
    }

    /** “at most 40 ticket per month”. */
    private static String limit(JsonNode limit) {
        List<String> words = new ArrayList<>();
        if (limit.has("comparison")) {
            words.add(limit.path("comparison").asText().replace('_', ' '));
        }
        words.add(plain(limit.path("number")));
        if (limit.has("unit")) {
            words.add(limit.path("unit").asText());
        }
        if (limit.has("each")) {
            words.add("each " + limit.path("each").asText());
        }
        if (limit.has("per")) {
            words.add("per " + limit.path("per").asText().replace('_', ' '));
        }
        return String.join(" ", words);
    }

    private static String plain(JsonNode number) {
        return new BigDecimal(number.asText()).stripTrailingZeros().toPlainString();
    }

    private static String due(JsonNode due) {
        String at =
                due.hasNonNull("at")
                        ? due.path("at").asText()
                        : "waits for " + due.path("anchor").asText();
        return at + " (“" + due.path("text").asText() + "”, " + due.path("grain").asText() + ")";
    }

    private void none(List<?> list, String words) {
        if (list.isEmpty()) {
            page.entry("  ", words);
        }
    }
}
