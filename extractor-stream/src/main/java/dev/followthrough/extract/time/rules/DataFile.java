package dev.followthrough.extract.time.rules;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one YAML file as located values. */
public final class DataFile {
    private final String file;
    private final JsonParser parser;

    private DataFile(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** Reads a class-path resource of this module. */
    public static Node resource(String path) {
        try (InputStream in = DataFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new DataFault(
                        new Node.Place(path, 1, 1), "file must exist on the class path");
            }
            return read(
                    path, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Reads the text of a file; {@code name} stands in messages. */
    public static Node read(String name, String yaml) {
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            parser.nextToken();
            return new DataFile(name, parser).value();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            int column = at == null ? 1 : at.getColumnNr();
            throw new DataFault(
                    new Node.Place(name, line, column),
                    "must be valid YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private Node value() throws IOException {
        Node.Place place = place();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(place);
        }
        if (token == JsonToken.START_ARRAY) {
            return sequence(place);
        }
        return new Node.Scalar(token == null ? "" : parser.getText(), place);
    }

    private Node mapping(Node.Place place) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Node.Place at = place();
            String name = parser.currentName();
            parser.nextToken();
            if (entries.put(name, value()) != null) {
                throw new DataFault(at, "name must be given once: " + name);
            }
        }
        return new Node.Mapping(entries, place);
    }

    private Node sequence(Node.Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Node.Sequence(items, place);
    }

    private Node.Place place() {
        JsonLocation at = parser.currentTokenLocation();
        return new Node.Place(file, at.getLineNr(), at.getColumnNr());
    }
}
