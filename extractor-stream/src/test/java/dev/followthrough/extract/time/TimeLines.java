package dev.followthrough.extract.time;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Reads lines of {@code extract} input and prints their {@code times} only: for scoring the grammar
 * apart from everything else.
 */
final class TimeLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TimeLines() {}

    public static void main(String[] args) throws IOException {
        TimeGrammar grammar = TimeGrammar.english();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(JSON.writeValueAsString(answer(grammar, JSON.readTree(line))));
            }
        }
        out.flush();
    }

    private static ObjectNode answer(TimeGrammar grammar, JsonNode line) {
        Instant saidAt =
                OffsetDateTime.parse(line.get("said_at").asText().replace(" ", "T")).toInstant();
        TimeContext context =
                TimeContext.of(saidAt, ZoneId.of(line.path("zone").asText("UTC")))
                        .withFiscalYearStartMonth(line.path("fiscal_year_start_month").asInt(1));
        if (line.hasNonNull("hearer_zone")) {
            context = context.withHearerZone(ZoneId.of(line.get("hearer_zone").asText()));
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", line.get("id"));
        var times = answer.putArray("times");
        for (TimeExpression time : grammar.find(line.get("text").asText(), context)) {
            times.add(json(time));
        }
        return answer;
    }

    private static ObjectNode json(TimeExpression time) {
        ObjectNode node = JSON.createObjectNode();
        node.put("text", time.text()).put("start", time.start()).put("end", time.end());
        node.put("at", local(time.at(), time.zone()))
                .put("due_at", local(time.dueAt(), time.zone()))
                .put("from", local(time.from(), time.zone()));
        node.put("grain", time.grain().name().toLowerCase(Locale.ROOT))
                .put("anchor", time.anchor())
                .put("relation", time.relation());
        node.put("offset", time.offset())
                .put("recurrence", time.recurrence())
                .put("deadline", time.deadline())
                .put("bound", time.bound().name());
        return node.put("alternative", local(time.alternative(), time.zone()))
                .put("rule", time.rule());
    }

    private static @Nullable String local(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? null
                : ZonedDateTime.ofInstant(instant, zone)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toOffsetDateTime()
                        .toString();
    }
}
