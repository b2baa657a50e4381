package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.Streams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class JsonItemsTest {
    /** Each good element as text, each other as its reason; a bar behind what ends the file. */
    private static List<String> read(StreamOpener opener) {
        List<String> found = new ArrayList<>();
        List<JsonNode> nodes = new ArrayList<>();
        try (Items items =
                JsonItems.open(
                        opener,
                        node -> {
                            nodes.add(node);
                            return List.of(new Mapped.Ignored("read"));
                        })) {
            for (Item item = items.next(); item != null; item = items.next()) {
                Mapped mapped = item.mapped().get(0);
                found.add(
                        mapped instanceof Mapped.Rejected rejected
                                ? rejected.reason() + (item.broken() ? "|" : "")
                                : nodes.remove(0).toString());
            }
        } catch (IOException e) {
            found.add(e.getClass().getSimpleName());
        }
        return found;
    }

    private static List<String> read(String json) {
        return read(() -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\0',
            value = {
                "[] ! []",
                "[1, \"a,]\", {\"b\":[2,{}]}, null] ! [1, \"a,]\", {\"b\":[2,{}]}, null]",
                "{\"results\":[{\"a\":1}],\"paging\":{\"next\":{\"after\":[\"]\"]}}} ! [{\"a\":1}]",
                "{\"total\":\"x}\",\"results\":[1]} {\"results\":[2]} ! [1, 2]",
                "[1][2] ! [1, 2]",
                "[{\"a\":\"\\\"]\\\\\"}] ! [{\"a\":\"\\\"]\\\\\"}]",
            })
    void elementsAreThoseOfArraysAndOfPages(String json, String elements) {
        // When
        List<String> found = read(json);

        // Then
        assertThat(found).hasToString(elements);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\0',
            value = {
                "[{\"a\":1},{\"a\":oops},{\"a\":3}] ! [{\"a\":1}, invalid-json, {\"a\":3}]",
                "[{\"a\":1} {\"a\":2},{\"a\":3}] ! [invalid-json, {\"a\":3}]",
                "[{\"a\":1}},{\"a\":3}] ! [invalid-json, {\"a\":3}]",
                "[},{\"a\":3}] ! [invalid-json, {\"a\":3}]",
                "[{\"a\":\"open~},{\"a\":3}] ! [invalid-json, {\"a\":3}]",
                "[1,{\"a\": ! [1, invalid-json|]",
                "[1 ! [invalid-json|]",
                "[1, ! [1, invalid-json|]",
                "[1] trailing ! [1, invalid-json|]",
                "{\"results\":[1],x} ! [1, invalid-json|]",
            })
    void aBrokenElementIsRefusedAndTheOthersAreRead(String json, String elements) {
        // When
        List<String> found = read(json.replace('~', '\n'));

        // Then
        assertThat(found).hasToString(elements);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "{\"a\":1}",
                "{\"results\":3}",
                "true",
                "<html>",
                "{\"results\""
            })
    void aFileWithoutAListSaysSo(String json) {
        // When
        List<String> found = read(json);

        // Then
        assertThat(found).containsExactly("no-list|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void byteOrderMarksAreUnderstood(String charset) {
        // Given
        String text = (charset.equals("UTF-16") ? "" : "\uFEFF") + "[{\"a\":\"Grüße\"}]";
        byte[] bytes = text.getBytes(Charset.forName(charset));

        // When
        List<String> found = read(() -> new ByteArrayInputStream(bytes));

        // Then
        assertThat(found).containsExactly("{\"a\":\"Grüße\"}");
    }

    @Test
    void nestingCostsNoMemoryAndIsRefused() {
        // Given
        String deep = "[" + "[{\"a\":".repeat(1_000_000) + "1" + "}]".repeat(1_000_000) + ",2]";

        // When
        List<String> found = read(deep);

        // Then
        assertThat(found).containsExactly("invalid-json", "2");
    }

    @Test
    void anElementOfHundredsOfMegabytesIsSkippedInConstantMemory() {
        // When
        List<String> found = read(() -> Streams.of("[\"", 256, "\",2]"));

        // Then
        assertThat(found).containsExactly("json-too-large", "2");
    }
}
