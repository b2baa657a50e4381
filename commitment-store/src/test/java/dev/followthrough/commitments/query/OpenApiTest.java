package dev.followthrough.commitments.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentEvent;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.service.http.Route;
import dev.followthrough.service.query.HttpPeers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The published description and the routes say the same. */
class OpenApiTest {
    private static final Path FILE = Path.of("../docs/openapi/commitment-store.yaml");

    /** Shown in full, in sections, instead of as ids. */
    private static final List<String> ONLY_IN_THE_RECORD = List.of("commitments");

    private static List<String> below(String start, String pattern) throws IOException {
        List<String> found = new ArrayList<>();
        boolean in = false;
        for (String line : Files.readAllLines(FILE)) {
            if (in && line.matches(pattern)) {
                found.add(line.strip());
            } else if (line.equals(start)) {
                in = true;
            } else if (in && indent(line) <= indent(start)) {
                break;
            }
        }
        return found;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedPathIsARoute() throws IOException {
        // Given
        List<String> routes =
                new StoreRoutes(new FakeLedgers(1), new HttpPeers())
                        .routes().stream().map(Route::path).sorted().toList();

        // When
        List<String> described = below("paths:", "  /\\S+:");

        // Then
        assertThat(described.stream().map(path -> path.substring(0, path.length() - 1)).sorted())
                .isEqualTo(routes);
    }

    static List<Map.Entry<String, Class<?>>> records() {
        return List.of(
                Map.entry("Account", AccountSummary.class),
                Map.entry("Commitment", Commitment.class),
                Map.entry("Event", CommitmentEvent.class),
                Map.entry("Handoff", Handoff.class),
                Map.entry("Decision", Action.class),
                Map.entry("Evidence", Evidence.class),
                Map.entry("Due", Due.class),
                Map.entry("Party", Party.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyFieldOfARecordIsDescribed(Map.Entry<String, Class<?>> record) throws IOException {
        // Given
        TreeSet<String> fields = new TreeSet<>();
        Arrays.stream(record.getValue().getRecordComponents())
                .map(component -> snake(component.getName()))
                .filter(name -> !ONLY_IN_THE_RECORD.contains(name))
                .forEach(fields::add);

        // When
        List<String> described = below("    " + record.getKey() + ":", "        \\w+: .*");

        // Then
        assertThat(described.stream().map(line -> line.substring(0, line.indexOf(':'))))
                .containsAll(fields);
    }

    @Test
    void everyReferenceHasItsTarget() throws IOException {
        // Given
        List<String> lines = Files.readAllLines(FILE);

        // Then
        for (String line : lines) {
            int start = line.indexOf("'#/components/");
            if (start >= 0) {
                String name = line.substring(line.lastIndexOf('/') + 1, line.lastIndexOf('\''));
                assertThat(lines).as(line).contains("    " + name + ":");
            }
        }
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
