package dev.followthrough.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.service.StartException;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connector's configuration as its author wrote it, with references to secrets resolved. */
final class ConnectorFile {
    /** One that a provider left as it was. */
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(env|file|dir):(?:([^}]*):)?([^}:]*)}");

    private ConnectorFile() {}

    /**
     * @throws StartException where it cannot be read, or a reference leads nowhere
     */
    static Map<String, String> read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new StartException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return resolved(file, text.stripLeading().startsWith("{") ? json(file, text) : lines(text));
    }

    private static Map<String, String> json(Path file, String text) {
        try {
            JsonNode tree = new JsonMapper().readTree(text);
            JsonNode config = tree.path("config").isObject() ? tree.path("config") : tree;
            Map<String, String> settings = new HashMap<>();
            config.properties()
                    .forEach(
                            each ->
                                    settings.put(
                                            each.getKey(),
                                            text(file, each.getKey(), each.getValue())));
            return settings;
        } catch (JsonProcessingException e) {
            throw new StartException(
                    file + " is no JSON: see line " + e.getLocation().getLineNr(), e);
        }
    }

    /** Connect's REST interface takes texts, numbers and true or false, and nothing else. */
    private static String text(Path file, String key, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            return value.asText();
        }
        String is = value.isArray() ? "a list" : value.isNull() ? "null" : "an object";
        throw new StartException(
                file
                        + ": "
                        + key
                        + " must be a text, was "
                        + is
                        + (value.isArray()
                                ? "; write its parts in one text, apart by commas"
                                : ""));
    }

    private static Map<String, String> lines(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(k -> settings.put(k, properties.getProperty(k)));
        return settings;
    }

    private static Map<String, String> resolved(Path file, Map<String, String> settings) {
        Map<String, ConfigProvider> providers =
                Map.of(
                        "env", new EnvVarConfigProvider(),
                        "file", new FileConfigProvider(),
                        "dir", new DirectoryConfigProvider());
        providers.values().forEach(provider -> provider.configure(Map.of()));
        ConfigTransformer transformer = new ConfigTransformer(providers);
        Map<String, String> all = new HashMap<>();
        settings.forEach((key, value) -> all.put(key, resolved(file, key, value, transformer)));
        return all;
    }

    private static String resolved(
            Path file, String key, String value, ConfigTransformer transformer) {
        String in = key + " in " + file + ": ";
        String found;
        try {
            found = transformer.transform(Map.of(key, value)).data().getOrDefault(key, value);
        } catch (ConfigException e) {
            throw new StartException(in + e.getMessage(), e);
        }
        Matcher left = REFERENCE.matcher(found);
        if (!left.matches()) {
            return found;
        }
        throw new StartException(
                in
                        + switch (left.group(1)) {
                            case "env" ->
                                    "the environment variable " + left.group(3) + " is not set";
                            case "dir" ->
                                    "the folder " + left.group(2) + " has no file " + left.group(3);
                            default -> "the file " + left.group(2) + " has no key " + left.group(3);
                        });
    }
}
