package dev.followthrough.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.slack.SlackChannel;
import dev.followthrough.ingest.slack.SlackMessages;
import dev.followthrough.ingest.slack.SlackTeam;
import dev.followthrough.ingest.slack.SlackUser;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What it costs to make signals of a page of a channel's history, beside parsing its JSON with the
 * library alone. An operation is a page of {@value #MESSAGES} messages.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class SlackBenchmark {
    private static final int MESSAGES = 200;
    private static final long FIRST = 1_772_463_000;
    private static final ObjectMapper JSON = Json.mapperCopy();

    private final String page = page();
    private final SlackChannel channel =
            new SlackChannel("C1", "acme-pilot", true, List.of("U0", "U1", "U2", "U3", "U4"));
    private final SlackMessages messages =
            new SlackMessages(
                    SlackTeam.of(
                            "T1",
                            List.of(user(0), user(1), user(2), user(3), user(4)),
                            List.of(channel)));

    private static SlackUser user(int number) {
        SlackUser user =
                SlackUser.read(
                        SlackCaller.json(
                                "{\"id\":\"U"
                                        + number
                                        + "\",\"team_id\":\"T1\",\"tz\":\"Europe/Lisbon\",\"profile\":{\"display_name\":\"Ana "
                                        + number
                                        + "\",\"email\":\"ana"
                                        + number
                                        + "@ours.example\"}}"));
        if (user == null) {
            throw new IllegalStateException("a user must be read");
        }
        return user;
    }

    private static String page() {
        StringBuilder page = new StringBuilder("{\"ok\":true,\"messages\":[");
        for (int i = 0; i < MESSAGES; i++) {
            page.append(i == 0 ? "" : ",").append(message(i));
        }
        return page.append("],\"has_more\":false}").toString();
    }

    /** In turn plain, with marks and a mention, in a thread, and with rich text and a reaction. */
    private static String message(int number) {
        String ts = FIRST + number + ".000100";
        String text =
                switch (number % 4) {
                    case 0 -> "I will send you the signed order form by Friday.";
                    case 1 -> "<@U2> can you look at <https://ours.example/x|the export>? *Today*";
                    case 2 -> "yes, on it &amp; done by noon";
                    default -> "Notes:\\n> they asked for SSO\\n• two sites\\n• go-live in May";
                };
        String more =
                switch (number % 4) {
                    case 2 -> ",\"thread_ts\":\"" + FIRST + ".000100\",\"parent_user_id\":\"U1\"";
                    case 3 ->
                            ",\"reactions\":[{\"name\":\"white_check_mark\",\"users\":[\"U1\"],\"count\":1}]";
                    default -> "";
                };
        return "{\"type\":\"message\",\"user\":\"U"
                + number % 5
                + "\",\"team\":\"T1\",\"ts\":\""
                + ts
                + "\",\"client_msg_id\":\"0b1f"
                + number
                + "\",\"text\":\""
                + text
                + "\",\"blocks\":[{\"type\":\"rich_text\",\"block_id\":\"b"
                + number
                + "\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"text\",\"text\":\""
                + text
                + "\"}]}]}]"
                + more
                + "}";
    }

    /** The page, parsed and mapped: a signal a message, and one a reaction. */
    @Benchmark
    public int toSignals() throws JsonProcessingException {
        int signals = 0;
        for (JsonNode message : JSON.readTree(page).path("messages")) {
            signals += messages.map(message, channel).size();
        }
        return signals;
    }

    /** Jackson: the page as a tree. */
    @Benchmark
    public int jsonAlone() throws JsonProcessingException {
        return JSON.readTree(page).path("messages").size();
    }
}
