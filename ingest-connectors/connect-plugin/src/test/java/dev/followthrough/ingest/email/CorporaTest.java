package dev.followthrough.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Mails and reply-parser cases of other projects, which do not lie in this repository: a folder of
 * them is named by {@code -Dfollowthrough.fixtures}. Prints how many are as their authors say.
 */
@EnabledIfSystemProperty(named = "followthrough.fixtures", matches = ".+")
class CorporaTest {
    private static final Path FOLDER = Path.of(System.getProperty("followthrough.fixtures", "."));

    /** What a well-known parser reaches of the same cases. */
    private static final int DISCOURSE_PEER = 13;

    private static final int TALON_PEER = 10;

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void everyMailIsReadOrRefusedWithAReason() throws IOException {
        // Given
        MailReader reader = new MailReader();
        Map<String, Integer> counts = new TreeMap<>();

        // When
        for (Path file : files(FOLDER.resolve("email"))) {
            if (file.toString().matches(".*\\.(eml|msg|txt|mbox)")) {
                for (byte[] mail : mails(Files.readAllBytes(file))) {
                    MailReading reading = reader.read(mail, Instant.EPOCH);
                    counts.merge(
                            reading instanceof MailReading.Rejected rejected
                                    ? rejected.reason()
                                    : reading.getClass().getSimpleName(),
                            1,
                            Integer::sum);
                }
            }
        }

        // Then
        System.out.println("mails " + counts);
        assertThat(counts.getOrDefault("Read", 0)).isGreaterThan(150);
    }

    private static List<byte[]> mails(byte[] bytes) {
        if (!MboxReader.isMbox(bytes)) {
            return List.of(bytes);
        }
        List<byte[]> mails = new ArrayList<>();
        MboxReader.read(new ByteArrayInputStream(bytes), 0, MailReader.MAX_BYTES)
                .forEachRemaining(mail -> mails.add(mail.bytes()));
        return mails;
    }

    @Test
    void repliesAreCutBetterThanByAWellKnownParser() throws IOException {
        // Given
        Path cases = FOLDER.resolve("email-replies/discourse-trimmer/test");
        List<String> others = new ArrayList<>();
        List<Path> all = files(cases.resolve("emails"));

        // When
        for (Path mail : all) {
            Path reply = cases.resolve("trimmed").resolve(mail.getFileName());
            String wanted = Files.exists(reply) ? Files.readString(reply).strip() : "";
            Cut cut = ReplyCutter.cut(PlainLines.of(Files.readString(mail)), "");
            if (!withInlineQuotes(cut).equals(wanted)) {
                others.add(mail.getFileName().toString());
            }
        }

        // Then
        System.out.printf(
                "replies of discourse %d of %d, not %s%n",
                all.size() - others.size(), all.size(), others);
        assertThat(all.size() - others.size()).isGreaterThan(DISCOURSE_PEER);
    }

    @Test
    void plainRepliesAreCutBetterThanByAWellKnownParser() throws IOException {
        // Given
        JsonNode cases =
                new ObjectMapper()
                        .readTree(FOLDER.resolve("email-replies/talon-inline/cases.json").toFile())
                        .path("cases");
        int all = 0;
        List<String> others = new ArrayList<>();

        // When
        for (JsonNode one : cases) {
            if (one.path("kind").asText().equals("plain")) {
                all++;
                Cut cut = ReplyCutter.cut(PlainLines.of(one.path("body").asText()), "");
                if (!text(one, withInlineQuotes(cut))
                        .equals(text(one, one.path("reply").asText()))) {
                    others.add(one.path("id").asText());
                }
            }
        }

        // Then
        System.out.printf(
                "plain replies of talon %d of %d, not %s%n", all - others.size(), all, others);
        assertThat(all - others.size()).isGreaterThan(TALON_PEER);
    }

    @Test
    void everyReplyOfEverySetIsCutToLinesOfItsOwn() throws IOException {
        // Given
        Map<String, Integer> counts = new TreeMap<>();

        // When
        for (Path file : files(FOLDER.resolve("email-replies"))) {
            if (file.toString().matches(".*(LICENSE|\\.(md|json))")) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            String mail = new String(bytes, StandardCharsets.UTF_8);
            Cut cut = ReplyCutter.cut(PlainLines.of(mail), "");
            MailReading reading = new MailReader().read(bytes, Instant.EPOCH);

            // Then
            assertThat(cut.zones()).as(file.toString()).hasSameSizeAs(cut.lines());
            assertThat(cut.own().length()).as(file.toString()).isLessThanOrEqualTo(mail.length());
            assertThat(reading).as(file.toString()).isNotNull();
            String set = FOLDER.resolve("email-replies").relativize(file).getName(0).toString();
            counts.merge(set + (cut.own().isBlank() ? ", nothing own" : ""), 1, Integer::sum);
        }
        System.out.println("replies that were cut " + counts);
        assertThat(counts)
                .containsKeys(
                        "crisp", "discourse-trimmer", "github", "talon", "willdurand", "zapier");
    }

    @Test
    void mostReplyCasesOfTwoMoreParsersAreAsTheySay() throws IOException {
        for (String set : List.of("crisp", "github")) {
            // Given
            Path folder = FOLDER.resolve("email-replies").resolve(set);
            JsonNode cases =
                    new ObjectMapper()
                            .readTree(folder.resolve("cases.json").toFile())
                            .path("cases");
            int all = 0;
            List<String> others = new ArrayList<>();

            // When
            for (JsonNode one : cases) {
                String mail = Files.readString(folder.resolve(one.path("file").asText()));
                Cut cut = ReplyCutter.cut(PlainLines.of(mail), "");
                String wanted =
                        one.path("visible_equals")
                                .asText(one.path("first_fragment_equals").asText(""));
                all += wanted.isBlank() ? 0 : 1;
                if (!wanted.isBlank() && !cut.own().strip().equals(wanted.strip())) {
                    others.add(one.path("id").asText());
                }
            }

            // Then
            System.out.printf(
                    "replies of %s %d of %d, not %s%n", set, all - others.size(), all, others);
            assertThat(all).as("cases that say the whole reply").isPositive();
            assertThat(others).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static String text(JsonNode one, String text) {
        return one.path("ignore_whitespace").asBoolean()
                ? text.replaceAll("\\s", "")
                : text.strip();
    }

    /**
     * These authors keep the quotes that stand between own words: an inline reply is a dialogue.
     */
    private static String withInlineQuotes(Cut cut) {
        List<Zone> zones = cut.zones();
        int last = zones.lastIndexOf(Zone.OWN);
        StringBuilder text = new StringBuilder();
        boolean begun = false;
        boolean introduced = false;
        for (int i = 0; i <= last; i++) {
            begun |= zones.get(i) == Zone.OWN && !cut.lines().get(i).isBlank();
            introduced |= zones.get(i) == Zone.HISTORY && !begun;
            boolean answered = zones.get(i) == Zone.QUOTE && (begun || !introduced);
            if (zones.get(i) == Zone.OWN || answered) {
                text.append(cut.lines().get(i).text()).append('\n');
            }
        }
        return begun ? text.toString().strip() : "";
    }
}
