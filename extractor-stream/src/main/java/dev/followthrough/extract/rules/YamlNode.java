package dev.followthrough.extract.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML value that knows where it stands; exactly one of text, items and fields is present. */
record YamlNode(
        String where,
        @Nullable String text,
        @Nullable List<YamlNode> items,
        @Nullable Map<String, YamlNode> fields) {
    private static final int DEEPEST = 8;

    /** Reads one document; a syntax error names file, line and column. */
    static YamlNode read(RuleFile rules) {
        String file = rules.name();
        try (JsonParser parser = new YAMLFactory().createParser(rules.content())) {
            if (parser.nextToken() == null) {
                throw new RuleException(file + ":1:1", "file must not be empty");
            }
            return value(parser, file, 0);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new RuleException(file + ":" + line + ":" + column, e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YamlNode value(JsonParser parser, String file, int depth) throws IOException {
        var at = parser.currentTokenLocation();
        String where = file + ":" + at.getLineNr() + ":" + at.getColumnNr();
        if (depth > DEEPEST) {
            throw new RuleException(where, "value must not lie deeper than " + DEEPEST);
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, YamlNode> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (fields.put(name, value(parser, file, depth + 1)) != null) {
                    throw new RuleException(where, "field '" + name + "' stands twice");
                }
            }
            return new YamlNode(where, null, null, fields);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, file, depth + 1));
            }
            return new YamlNode(where, null, items, null);
        }
        return new YamlNode(where, parser.getText(), null, null);
    }

    String needText() {
        if (text == null) {
            throw new RuleException(where, "a text is needed here");
        }
        return text;
    }

    List<YamlNode> needItems() {
        if (items == null) {
            throw new RuleException(where, "a list is needed here");
        }
        return items;
    }

    Map<String, YamlNode> needFields() {
        if (fields == null) {
            throw new RuleException(where, "fields are needed here");
        }
        return fields;
    }

    /** Itself, or the items of a list. */
    List<YamlNode> each() {
        return items == null ? List.of(this) : items;
    }
}
