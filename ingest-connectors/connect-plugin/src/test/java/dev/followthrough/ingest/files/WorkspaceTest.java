package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class WorkspaceTest {
    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final String USERS =
            "[{\"id\":\"U1\",\"team_id\":\"T1\",\"tz\":\"Asia/Tokyo\",\"profile\":{\"real_name\":\"Ana\",\"email\":\"ana@ours.example\"}}]";
    private static final String CHANNELS = "[{\"id\":\"C1\",\"name\":\"deal\"}]";
    private static final String DAY =
            "[{\"user\":\"U1\",\"ts\":\"1770110000.1\",\"text\":\"on it\"}]";
    private static final String VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nGrüße\n";

    @TempDir Path root;

    private List<Read> read(Path... paths) {
        List<Read> all = new ArrayList<>();
        try (Workspace workspace = Workspace.open(List.of(paths), () -> AT)) {
            workspace.read(all::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private List<Read> read(String name, byte[] content) {
        return read(new Folder(root).write(name, content, AT));
    }

    private List<Read> read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Signal> signals(List<Read> reads) {
        return reads.stream()
                .filter(Read.Said.class::isInstance)
                .map(read -> ((Read.Said) read).signal())
                .toList();
    }

    private static List<String> dead(List<Read> reads) {
        return reads.stream()
                .filter(Read.Dead.class::isInstance)
                .map(read -> ((Read.Dead) read).letter().reason())
                .toList();
    }

    private static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void aFolderWithSeveralSourcesIsOneWorkspace() {
        // Given
        new Folder(root).writeWorkspace(AT);

        // When
        List<Read> reads = read(root);

        // Then
        Signal note =
                signals(reads).stream()
                        .filter(s -> s.text().equals("ok"))
                        .findFirst()
                        .orElseThrow();
        assertThat(note.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(note.author().name()).isEqualTo("Ana Lima");
        assertThat(signals(reads)).hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme Slack export Jan 2026/"})
    void aZippedExportIsReadWithOrWithoutAFolderOfItsOwn(String top) {
        // Given
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(top + "users.json", USERS);
        entries.put(top + "channels.json", CHANNELS);
        entries.put(top + "dms.json", "[{\"id\":\"D1\",\"members\":[\"U1\"]}]");
        entries.put(top + "deal/2026-02-03.json", DAY);
        entries.put(top + "D1/2026-02-03.json", DAY);
        entries.put(top + "../../../etc/2026-02-03.json", DAY);
        entries.put("__MACOSX/x", "junk");

        // When
        List<Read> reads = read("export.zip", zip(entries));

        // Then
        assertThat(signals(reads))
                .extracting(signal -> signal.id().value() + " " + signal.zone())
                .containsExactlyInAnyOrder(
                        "slack:T1/C1/1770110000.1 Asia/Tokyo",
                        "slack:T1/D1/1770110000.1 Asia/Tokyo");
        assertThat(reads.stream().map(Read::file))
                .contains(root.resolve("export.zip") + "!/" + top + "deal/2026-02-03.json");
        assertThat(root.resolveSibling("etc")).doesNotExist();
    }

    @Test
    void aZipBombIsADeadLetter() {
        // Given
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("users.json", USERS);
        entries.put("channels.json", CHANNELS);
        entries.put("deal/2026-02-03.json", "[\"" + "x".repeat(20_000_000) + "\"]");
        entries.put("deal/2026-02-04.json", DAY);

        // When
        List<Read> reads = read("export.zip", zip(entries));

        // Then
        assertThat(dead(reads)).containsExactly("json-too-large");
        assertThat(signals(reads)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "export.zip, PK\u0003\u0004 but no more, invalid-zip",
        "call.vtt, no signature here, invalid-transcript",
        "call.srt, no times here, invalid-transcript",
        "one.eml, hello world, not-mail",
        "notes.json, {\"results\":, no-list",
        "notes.json, [{\"id\":, invalid-json",
        "any.json, [oops], invalid-json",
        "mail.mbox, hello world, not-mbox"
    })
    void aBrokenFileIsADeadLetter(String name, String content, String reason) {
        // When
        List<Read> reads = read(name, content);

        // Then
        assertThat(dead(reads)).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty.eml | '' | empty",
                "readme.txt | hello | no known format",
                "gold.json | {\"a\":1} | no known format",
                "list.json | [1,2,3] | no known format",
                "products.json | [{\"id\":\"1\",\"properties\":{\"name\":\"x\",\"price\":\"1\"}}] | no known format",
                "nul.bin | x\0\0\0x | no known format"
            })
    void whatIsNothingToReadIsLeftOutWithTheReason(String name, String content, String reason) {
        // When
        List<Read> reads = read(name, content);

        // Then
        assertThat(reads)
                .singleElement()
                .isInstanceOfSatisfying(
                        Read.Skipped.class,
                        skipped -> {
                            assertThat(skipped.reason()).isEqualTo(reason);
                            assertThat(skipped.whole()).isTrue();
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
    void transcriptsAreReadInTheirCharset(String charset) {
        // When
        List<Read> reads = read("call.vtt", VTT.getBytes(Charset.forName(charset)));

        // Then
        assertThat(signals(reads)).extracting(Signal::text).containsExactly("Grüße");
    }

    @ParameterizedTest
    @CsvSource({"inbox, true", "call.txt, false"})
    void filesWithoutATellingNameAreKnownByTheirBeginning(String name, boolean mail) {
        // When
        List<Read> reads = read(name, mail ? Folder.mail(1, "Hi") : VTT);

        // Then
        assertThat(signals(reads)).extracting(Signal::text).containsExactly(mail ? "Hi" : "Grüße");
    }

    @Test
    void aBrokenSidecarIsToldSinceItNamesTheMeeting() {
        // Given
        Folder folder = new Folder(root);
        folder.write("call.vtt", VTT, AT);
        folder.write("call.json", "{\"id\":", AT);

        // When
        List<Read> reads = read(root);

        // Then
        assertThat(dead(reads)).containsExactly("invalid-sidecar");
    }

    @Test
    void oneDayOfOneChannelIsExplainedByTheListsBesideIt() {
        // Given
        Folder folder = new Folder(root);
        folder.write("users.json", USERS, AT);
        folder.write("channels.json", CHANNELS, AT);
        Path day = folder.write("deal/2026-02-03.json", DAY, AT);

        // When
        List<Read> reads = read(day);

        // Then
        assertThat(signals(reads))
                .singleElement()
                .satisfies(signal -> assertThat(signal.author().name()).isEqualTo("Ana"));
    }
}
