package dev.followthrough.ingest.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.ingest.Mapped;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The elements of a JSON array, or of the {@code results} of one or more API pages, one at a time:
 * memory is bounded by one element, whatever the file measures, and one that cannot be parsed is a
 * refusal between the others.
 */
final class JsonItems implements Items {
    /** Reason where there is no list of objects in the file. */
    static final String NO_LIST = "no-list";

    static final String INVALID = "invalid-json";

    private static final int MAX_ITEM = 8 * 1024 * 1024;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_UTF16 = 64 * 1024 * 1024;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxStringLength(MAX_ITEM)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonElements elements;
    private final Function<JsonNode, List<Mapped>> mapper;
    private boolean done;

    private JsonItems(InputStream in, Function<JsonNode, List<Mapped>> mapper) {
        this.elements = new JsonElements(in, MAX_ITEM);
        this.mapper = mapper;
    }

    static Items open(StreamOpener opener, Function<JsonNode, List<Mapped>> mapper)
            throws IOException {
        return new JsonItems(utf8(new BufferedInputStream(opener.open())), mapper);
    }

    private static InputStream utf8(BufferedInputStream in) throws IOException {
        in.mark(2);
        byte[] mark = in.readNBytes(2);
        in.reset();
        if (!TextBytes.isUtf16(mark)) {
            return in;
        }
        try (in) {
            byte[] all = in.readNBytes(MAX_UTF16 + 1);
            if (all.length > MAX_UTF16) {
                throw new IOException("JSON in UTF-16 must have at most " + MAX_UTF16 + " bytes");
            }
            return new ByteArrayInputStream(TextBytes.decode(all).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Looks at the first elements; what cannot be read is told when the file itself is read. */
    static void forEach(StreamOpener opener, int most, Consumer<JsonNode> each) {
        try (Items items =
                open(
                        opener,
                        node -> {
                            each.accept(node);
                            return List.of();
                        })) {
            Item item = items.next();
            for (int count = 1; item != null && !item.broken() && count < most; count++) {
                item = items.next();
            }
        } catch (IOException e) {
            // An unreadable list explains nothing.
        }
    }

    @Override
    public @Nullable Item next() {
        if (done) {
            return null;
        }
        try {
            JsonElements.Element element = elements.next();
            if (element != null) {
                return item(element);
            }
            done = true;
            return elements.anyList() ? null : broken(NO_LIST, "JSON must hold a list");
        } catch (JsonElements.Malformed e) {
            return broken(elements.anyList() ? INVALID : NO_LIST, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return broken("unreadable-file", e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Item broken(String reason, String detail) {
        done = true;
        return Item.broken(new byte[0], reason, detail);
    }

    private Item item(JsonElements.Element element) {
        if (!element.ended()) {
            done = true;
            return Item.broken(
                    head(element.bytes()),
                    INVALID,
                    "object at byte " + element.start() + " must end, the file ended before it");
        }
        if (!element.isWhole()) {
            return rejected(
                    element,
                    "json-too-large",
                    "must have at most " + MAX_ITEM + " bytes, has " + element.length());
        }
        try {
            return Item.of(element.bytes(), mapper.apply(JSON.readTree(element.bytes())));
        } catch (JsonProcessingException e) {
            return rejected(element, INVALID, "must be JSON: " + line(e.getOriginalMessage()));
        } catch (IOException e) {
            return rejected(element, INVALID, "must be JSON: " + e.getClass().getSimpleName());
        }
    }

    private static Item rejected(JsonElements.Element element, String reason, String rule) {
        return Item.of(
                head(element.bytes()),
                List.of(
                        new Mapped.Rejected(
                                reason, "object at byte " + element.start() + " " + rule)));
    }

    private static byte[] head(byte[] bytes) {
        return bytes.length > DeadLetter.MAX_BYTES
                ? Arrays.copyOf(bytes, DeadLetter.MAX_BYTES)
                : bytes;
    }

    /** Parsers quote the input behind a line break. */
    private static String line(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    @Override
    public void close() throws IOException {
        elements.close();
    }
}
