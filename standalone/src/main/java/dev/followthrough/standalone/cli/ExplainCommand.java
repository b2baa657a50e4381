package dev.followthrough.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.extract.app.ExplainLine;
import dev.followthrough.standalone.app.Offline;
import dev.followthrough.standalone.explain.ExplainJson;
import dev.followthrough.standalone.explain.ExplainText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code explain}: why a text reads as it does. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how one text is read, and why: times, rules, what the model weighed, what is found."
        },
        footer = {
            "",
            "The text is the argument, else all of stdin. A text that begins with { is one line as extract reads it.",
            "",
            "Examples:",
            "  followthrough explain \"I'll try to send the redlines by Friday\"",
            "  followthrough explain --previous \"Ana: Can you send the redlines?\" --said-at 2026-03-11T09:00:00Z \"On it.\"",
            "  followthrough explain --rules our-rules \"Consider it parked\" --format json",
            "  sed -n 7p messages.jsonl | followthrough explain"
        })
final class ExplainCommand implements Callable<Integer> {
    /** What is printed. */
    enum Format {
        text,
        json
    }

    /** More than any message; what is longer is refused, not cut. */
    private static final int LONGEST = 8 * 1024 * 1024;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern MAILBOX = Pattern.compile("(.*?)\\s*<([^<>\\s]+@[^<>\\s]+)>");
    private static final Pattern TURN = Pattern.compile("([^:]{1,60}):\\s+(.+)", Pattern.DOTALL);

    @Parameters(paramLabel = "TEXT", arity = "0..1", description = "What was said.")
    private @Nullable String text;

    @Option(
            names = "--author",
            paramLabel = "WHO",
            description = "Who says it: a name, an address, or \"Name <address>\".")
    private @Nullable String author;

    @Option(names = "--to", paramLabel = "WHO", description = "Who hears it; may be repeated.")
    private List<String> to = List.of();

    @Option(
            names = "--said-at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "When it was said. Default: now.")
    private @Nullable Instant saidAt;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The author's zone, as Europe/Berlin. Default: UTC.")
    private @Nullable String zone;

    @Option(
            names = "--previous",
            paramLabel = "TURN",
            description =
                    "What was said before, as \"Name: words\"; oldest first, may be repeated.")
    private List<String> previous = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "For people or for programs. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Logs.quiet();
        String said = text == null ? stdin() : text;
        if (said.isBlank()) {
            throw wrong("say what to explain: a text, or one on stdin");
        }
        ExplainLine line;
        try {
            line =
                    ExplainLine.of(
                            said.stripLeading().startsWith("{") ? json(said) : line(said),
                            Offline.setup(options.settings()),
                            Instant.now());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        PrintWriter out = Main.out(spec);
        out.println(format == Format.json ? ExplainJson.of(line) : ExplainText.of(line));
        out.flush();
        return ExitCode.OK;
    }

    private String stdin() throws IOException {
        byte[] bytes = System.in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw wrong("text must have at most " + LONGEST + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    }

    private JsonNode json(String said) {
        boolean both =
                author != null
                        || saidAt != null
                        || zone != null
                        || !to.isEmpty()
                        || !previous.isEmpty();
        if (both) {
            throw wrong("a JSON line says who, when and where itself; leave the options out");
        }
        try {
            return JSON.readTree(said);
        } catch (JsonProcessingException e) {
            throw wrong("a text that begins with { must be one JSON line as extract reads it");
        }
    }

    private JsonNode line(String said) {
        ObjectNode line = JSON.createObjectNode().put("id", "explain").put("text", said);
        if (author != null) {
            line.set("author", party(author));
        }
        if (saidAt != null) {
            line.put("said_at", saidAt.toString());
        }
        if (zone != null) {
            line.put("zone", zone);
        }
        ArrayNode audience = line.putArray("audience");
        to.forEach(who -> audience.add(party(who)));
        ArrayNode turns = line.putArray("previous");
        previous.forEach(turn -> turns.add(turn(turn)));
        return line;
    }

    private static ObjectNode party(String who) {
        Matcher mailbox = MAILBOX.matcher(who.strip());
        if (mailbox.matches()) {
            return JSON.createObjectNode()
                    .put("name", mailbox.group(1))
                    .put("email", mailbox.group(2));
        }
        return JSON.createObjectNode().put(who.contains("@") ? "email" : "name", who.strip());
    }

    private static ObjectNode turn(String turn) {
        Matcher named = TURN.matcher(turn.strip());
        return named.matches()
                ? JSON.createObjectNode().put("author", named.group(1)).put("text", named.group(2))
                : JSON.createObjectNode().put("text", turn);
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(Main.spec(spec).commandLine(), message);
    }
}
