package dev.followthrough.alerting.domain;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document with the place of every value: what a message about a mistake needs. */
sealed interface YamlNode {
    /** Deepest nesting that is read. */
    int DEPTH = 10;

    Place place();

    /** As the file shows it, for an error. */
    String shown();

    /** Line and column from 1. */
    record Place(int line, int column) {
        static Place of(JsonLocation location) {
            return new Place(location.getLineNr(), location.getColumnNr());
        }
    }

    record Scalar(Place place, String text) implements YamlNode {
        @Override
        public String shown() {
            return Text.cut(text, 80);
        }
    }

    record Items(Place place, List<YamlNode> items) implements YamlNode {
        @Override
        public String shown() {
            return "a list of " + items.size();
        }
    }

    /** Keys in order, each with its own place and its value. */
    record Fields(Place place, Map<String, Field> fields) implements YamlNode {
        @Override
        public String shown() {
            return "a map of " + fields.keySet();
        }
    }

    record Field(Place place, YamlNode value) {}

    /**
     * Reads one document. Says in {@code errors} why it cannot; the result is then an empty map.
     */
    static YamlNode read(String file, String yaml, List<PolicyRefused.Error> errors) {
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return new Fields(new Place(1, 1), Map.of());
            }
            return node(parser, new Reading(file, errors), "", 0);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Place place = at == null ? new Place(1, 1) : Place.of(at);
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            errors.add(
                    new PolicyRefused.Error(
                            file,
                            place.line(),
                            place.column(),
                            "policy",
                            problem,
                            "must be readable YAML"));
            return new Fields(place, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }

    /** Where errors go while reading. */
    record Reading(String file, List<PolicyRefused.Error> errors) {
        void error(Place place, String key, String value, String rule) {
            errors.add(
                    new PolicyRefused.Error(file, place.line(), place.column(), key, value, rule));
        }
    }

    private static YamlNode node(JsonParser parser, Reading reading, String path, int depth)
            throws IOException {
        Place place = Place.of(parser.currentTokenLocation());
        if (depth > DEPTH) {
            reading.error(place, path, "deeper", "must not nest deeper than " + DEPTH);
            parser.skipChildren();
            return new Scalar(place, "");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return fields(parser, reading, path, depth, place);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, reading, path + "[" + items.size() + "]", depth + 1));
            }
            return new Items(place, items);
        }
        return new Scalar(place, token == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private static Fields fields(
            JsonParser parser, Reading reading, String path, int depth, Place place)
            throws IOException {
        Map<String, Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = Place.of(parser.currentTokenLocation());
            parser.nextToken();
            YamlNode value =
                    node(parser, reading, path.isEmpty() ? key : path + "." + key, depth + 1);
            if (fields.putIfAbsent(key, new Field(keyPlace, value)) != null) {
                reading.error(
                        keyPlace,
                        path.isEmpty() ? key : path + "." + key,
                        value.shown(),
                        "must occur once");
            }
        }
        return new Fields(place, fields);
    }
}
