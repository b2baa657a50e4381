package dev.followthrough.ingest.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.ingest.Mapped;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The elements of a JSON array, or of the {@code results} of one or more API pages, one at a time:
 * memory is bounded by one element, whatever the file measures.
 */
final class JsonItems implements Items {
    /** Reason where the JSON is well formed but holds no list. */
    static final String NO_LIST = "no-list";

    static final String INVALID = "invalid-json";

    private static final int MAX_ITEM = 8 * 1024 * 1024;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(100)
                                            .maxStringLength(MAX_ITEM)
                                            .build())
                            .build());

    private final StreamOpener opener;
    private final Function<JsonNode, List<Mapped>> mapper;
    private final MarkedStream in;
    private final JsonParser parser;
    private boolean inList;
    private boolean anyList;
    private boolean done;
    private long itemStart;

    private JsonItems(StreamOpener opener, Function<JsonNode, List<Mapped>> mapper, MarkedStream in)
            throws IOException {
        this.opener = opener;
        this.mapper = mapper;
        this.in = in;
        this.parser = JSON.getFactory().createParser(in);
    }

    static Items open(StreamOpener opener, Function<JsonNode, List<Mapped>> mapper)
            throws IOException {
        return new JsonItems(opener, mapper, new MarkedStream(opener.open(), MAX_ITEM));
    }

    /** Looks at every element; what breaks off is told when the file itself is read. */
    static void forEach(StreamOpener opener, Consumer<JsonNode> each) {
        try (Items items =
                open(
                        opener,
                        node -> {
                            each.accept(node);
                            return List.of();
                        })) {
            Item item = items.next();
            while (item != null) {
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
            Item item = read();
            done = item == null || item.broken();
            return item;
        } catch (JsonProcessingException e) {
            done = true;
            return Item.broken(
                    rest(),
                    INVALID,
                    line(e.getOriginalMessage()) + " at byte " + e.getLocation().getByteOffset());
        } catch (IOException e) {
            done = true;
            return Item.broken(
                    rest(),
                    "unreadable-file",
                    line(String.valueOf(e.getMessage())) + " at byte " + byteOffset());
        }
    }

    private @Nullable Item read() throws IOException {
        while (inList || toList()) {
            in.markHere();
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Item.broken(
                        rest(),
                        INVALID,
                        "list must end with ], the file ended at byte " + byteOffset());
            }
            if (token != JsonToken.END_ARRAY) {
                itemStart = parser.currentTokenLocation().getByteOffset();
                JsonNode node = JSON.readTree(parser);
                return Item.of(JSON.writeValueAsBytes(node), mapper.apply(node));
            }
            inList = false;
        }
        return anyList
                ? null
                : Item.broken(
                        new byte[0], NO_LIST, "JSON must be an array or an object with results");
    }

    /**
     * Moves into the next list: the root, or a page's {@code results}; false at the end of the
     * file.
     */
    private boolean toList() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            in.markHere();
            if (token == JsonToken.START_ARRAY) {
                inList = true;
                anyList = true;
                return true;
            }
            if (token == JsonToken.FIELD_NAME && !parser.currentName().equals("results")) {
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return false;
    }

    private long byteOffset() {
        return parser.currentLocation().getByteOffset();
    }

    /** What stands from the broken object on, as far as a dead letter keeps it. */
    private byte[] rest() {
        long from = Math.max(0, itemStart);
        try (InputStream again = opener.open()) {
            again.skipNBytes(from);
            return again.readNBytes(DeadLetter.MAX_BYTES);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Parsers quote the input behind a line break. */
    private static String line(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
