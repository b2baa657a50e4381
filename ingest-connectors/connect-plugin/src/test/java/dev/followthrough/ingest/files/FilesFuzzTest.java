package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.hubspot.HubSpotObjects;
import dev.followthrough.ingest.hubspot.HubSpotPortal;
import dev.followthrough.ingest.slack.SlackChannel;
import dev.followthrough.ingest.slack.SlackDirectory;
import dev.followthrough.ingest.slack.SlackMessages;
import dev.followthrough.ingest.slack.SlackTeam;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whatever lies in a folder, reading it ends, and each file is records, dead letters or left out.
 */
class FilesFuzzTest {
    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> KEYS =
            List.of(
                    "id",
                    "user",
                    "ts",
                    "thread_ts",
                    "text",
                    "subtype",
                    "type",
                    "edited",
                    "reactions",
                    "name",
                    "users",
                    "files",
                    "message",
                    "previous_message",
                    "deleted_ts",
                    "properties",
                    "associations",
                    "results",
                    "hs_note_body",
                    "hs_timestamp",
                    "hs_task_status",
                    "domain",
                    "dealname",
                    "dealstage",
                    "email",
                    "updatedAt",
                    "companies",
                    "profile",
                    "tz",
                    "members",
                    "user_profile",
                    "archived");
    private static Path root = Path.of("/");

    @BeforeContainer
    static void makeFolder() throws IOException {
        root = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = 400)
    void anyFileUnderAnyNameIsReadToItsEnd(
            @ForAll("names") String name, @ForAll @Size(max = 300) byte[] bytes) {
        Path file = new Folder(root).write(name, bytes, AT);
        assertThat(read(file)).isNotNull();
    }

    @Property(tries = 400)
    void anyPiecesOfFormatsUnderAnyNameAreReadToTheirEnd(
            @ForAll("names") String name, @ForAll("pieces") String text) {
        Path file = new Folder(root).write(name, text, AT);
        assertThat(read(file)).isNotNull();
    }

    private static List<Read> read(Path file) {
        List<Read> all = new ArrayList<>();
        try (Workspace workspace = Workspace.open(List.of(file), () -> AT)) {
            workspace.read(all::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "a.mbox",
                "a.eml",
                "a.vtt",
                "a.srt",
                "a.zip",
                "notes.json",
                "owners.json",
                "a.json",
                "a",
                "cur/a:2,S");
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "From a Tue Feb  3 10:00:00 2026\n",
                        "From: a@a.example\n",
                        "Date: Tue, 3 Feb 2026 10:00:00 +0100\n",
                        "\n",
                        "WEBVTT\n\n",
                        "00:01.000 --> 00:02.000\n",
                        "1\n00:00:01,000 --> 00:00:02,000\n",
                        "[",
                        "]",
                        "{",
                        "}",
                        "\"results\":[",
                        "\"id\":\"1\"",
                        ",",
                        "\"",
                        "\\",
                        ":",
                        "words ",
                        "PK\u0003\u0004",
                        "Content-Type: multipart/mixed; boundary=b\n",
                        "--b\n",
                        "\"properties\":{\"hs_note_body\":\"x\"}")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void anyBytesAreJsonObjectsOrRefusals(@ForAll("pieces") String text) throws IOException {
        int count = 0;
        try (Items items =
                JsonItems.open(
                        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        node -> List.of(new Mapped.Ignored("read")))) {
            for (Item item = items.next(); item != null; item = items.next()) {
                count++;
            }
        }
        assertThat(count).isLessThanOrEqualTo(text.length() + 1);
    }

    @Property(tries = 1000)
    void anyJsonIsMappedAndNothingIsThrown(@ForAll("trees") JsonNode json) {
        SlackTeam team = SlackTeam.of("T1", List.of(), List.of());
        SlackChannel channel = new SlackChannel("C1", "deal", false, List.of());
        HubSpotObjects objects =
                new HubSpotObjects(new HubSpotPortal(Map.of(), Map.of(), Map.of()));

        assertThat(new SlackMessages(team).map(json, channel)).isNotEmpty();
        assertThat(new SlackDirectory(team).person(json)).isNotNull();
        assertThat(new SlackDirectory(team).channel(json)).isNotNull();
        assertThat(objects.map(json, Optional.empty())).isNotNull();
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        return tree(3);
    }

    private static Arbitrary<JsonNode> tree(int depth) {
        Arbitrary<JsonNode> leaf =
                Arbitraries.of(
                                "",
                                " ",
                                "1",
                                "10.1",
                                "1770110000.000100",
                                "99999999999.9",
                                "U1",
                                "message_changed",
                                "tombstone",
                                "message_deleted",
                                "2026-02-03",
                                "2026-02-03T10:00:00Z",
                                "+999999999-01-01",
                                "9999999999999999",
                                "COMPLETED",
                                "true",
                                "<p>x</p>",
                                "Mars/Phobos",
                                "\0")
                        .map(text -> (JsonNode) JsonNodeFactory.instance.textNode(text))
                        .injectNull(0.05)
                        .map(node -> node == null ? JsonNodeFactory.instance.nullNode() : node);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> below = tree(depth - 1);
        Arbitrary<JsonNode> object =
                Combinators.combine(
                                Arbitraries.of(KEYS).list().ofMaxSize(6),
                                below.list().ofMinSize(6).ofMaxSize(6))
                        .as(FilesFuzzTest::object);
        Arbitrary<JsonNode> array = below.list().ofMaxSize(3).map(FilesFuzzTest::array);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, object),
                net.jqwik.api.Tuple.of(1, array),
                net.jqwik.api.Tuple.of(1, leaf));
    }

    private static JsonNode object(List<String> keys, List<JsonNode> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < keys.size(); i++) {
            object.set(keys.get(i), values.get(i));
        }
        return object;
    }

    private static JsonNode array(List<JsonNode> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }

    @Property(tries = 40)
    void aMailboxThatComesInAnyPiecesEndsAsIfReadAtOnce(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 900) Integer> cuts)
            throws IOException {
        String whole =
                Folder.mail(1, "one\n\nand more")
                        + Folder.mail(2, "> quoted\n\ntwo")
                        + Folder.mail(3, "three\n>From here");
        Path folder = Files.createTempDirectory(root, "grow");
        SettableClock clock = new SettableClock(AT);
        List<Signal> read = new ArrayList<>();
        List<Integer> ends = new ArrayList<>(cuts.stream().sorted().toList());
        ends.add(whole.length());

        try (TaskRun task = new TaskRun(folder, clock, Map.of())) {
            for (int end : ends) {
                String soFar = whole.substring(0, Math.min(end, whole.length()));
                new Folder(folder).write("mail.mbox", soFar, clock.instant());
                clock.advance(Duration.ofSeconds(10));
                read.addAll(TaskRun.signals(task.drain()));
            }
        }

        assertThat(newest(read))
                .isEqualTo(Map.of("1", "one\n\nand more", "2", "two", "3", "three\nFrom here"));
    }

    /** What is read later in another form must win. */
    private static Signal newer(Signal before, Signal after) {
        assertThat(after.equals(before) || after.revision() > before.revision()).isTrue();
        return after;
    }

    /** The words of the highest revision, by the number of the mail. */
    private static Map<String, String> newest(List<Signal> read) {
        Map<String, Signal> newest = new TreeMap<>();
        read.forEach(s -> newest.merge(s.id().value(), s, FilesFuzzTest::newer));
        Map<String, String> texts = new TreeMap<>();
        newest.values()
                .forEach(
                        signal ->
                                texts.put(
                                        signal.id().value().replaceAll("mail:(.*)@.*", "$1"),
                                        signal.text()));
        return texts;
    }
}
