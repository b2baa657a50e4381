package dev.followthrough.ingest.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * WebVTT cases of browsers, which do not lie in this repository: a folder of them is named by
 * {@code -Dfollowthrough.fixtures}. Prints how many are as their authors say.
 */
@EnabledIfSystemProperty(named = "followthrough.fixtures", matches = ".+")
class CorporaTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("followthrough.fixtures", "."), "meetings");

    private static final Pattern PATH =
            Pattern.compile("cues\\[(\\d+)]\\.(id|text|startTime|endTime)");

    /** What the standard's own parser reaches of the second set. */
    private static final int STANDARD = 89;

    private static Transcript read(Path file) throws IOException {
        return WebVtt.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void theCasesOfTheWebPlatformAllPass() throws IOException {
        // Given
        Path cases = FOLDER.resolve("wpt-webvtt-file");
        List<Path> expected;
        try (Stream<Path> all = Files.list(cases)) {
            expected = all.filter(file -> file.toString().endsWith(".expected.json")).toList();
        }
        List<String> others = new ArrayList<>();

        // When
        for (Path file : expected) {
            String name = file.getFileName().toString().replace(".expected.json", "");
            JsonNode wanted = json(file);
            Transcript found = read(cases.resolve(name + ".vtt"));
            if (!wanted.path("count").isNull()
                            && wanted.path("count").asInt() != found.cues().size()
                    || !asserted(found, wanted.path("asserts"))) {
                others.add(name);
            }
        }

        // Then
        System.out.printf(
                "WebVTT of the web platform %d of %d, not %s%n",
                expected.size() - others.size(), expected.size(), others);
        assertThat(others).isEmpty();
    }

    @Test
    void theCasesOfABrowserPassAsWithTheStandardsOwnParser() throws IOException {
        // Given
        Path cases = FOLDER.resolve("vtt.js");
        List<String> others = new ArrayList<>();
        JsonNode all = json(cases.resolve("cases.json")).path("cases");

        // When
        for (JsonNode one : all) {
            List<Cue> found = read(cases.resolve(one.path("file").asText())).cues();
            JsonNode wanted = one.path("cues");
            boolean same = found.size() == wanted.size();
            for (int i = 0; same && i < found.size(); i++) {
                same = isSame(found.get(i), wanted.path(i));
            }
            if (!same) {
                others.add(one.path("id").asText());
            }
        }

        // Then
        System.out.printf(
                "WebVTT of vtt.js %d of %d, not %s%n",
                all.size() - others.size(), all.size(), others);
        assertThat(all.size() - others.size()).isGreaterThanOrEqualTo(STANDARD);
    }

    private static boolean isSame(Cue found, JsonNode wanted) {
        return Stream.of("id", "text", "startTime", "endTime")
                .allMatch(field -> is(found, field, wanted.path(field)));
    }

    /** Of how a cue looks nothing is read. */
    private static boolean asserted(Transcript found, JsonNode asserts) {
        for (JsonNode one : asserts) {
            Matcher path = PATH.matcher(one.path("path").asText());
            if (path.matches()) {
                int number = Integer.parseInt(path.group(1));
                if (number >= found.cues().size()
                        || !is(found.cues().get(number), path.group(2), one.path("value"))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean is(Cue cue, String field, JsonNode wanted) {
        return switch (field) {
            case "id" -> cue.id().equals(wanted.asText());
            case "text" -> cue.payload().equals(wanted.asText());
            case "startTime" -> cue.start().toMillis() == Math.round(wanted.asDouble() * 1000);
            default -> cue.end().toMillis() == Math.round(wanted.asDouble() * 1000);
        };
    }
}
