package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The page of a connector: its table of settings is printed from the definition, between two marks.
 * With {@code -Ddocs.write=true} (or the variable {@code DOCS_WRITE} set) it is written anew
 * instead of compared.
 */
public final class ConnectorPage {
    private static final Path FOLDER = Path.of("../../docs/connectors");
    private static final String BEGIN = "<!-- printed from the ConfigDef: begin -->\n";
    private static final String END = "<!-- printed from the ConfigDef: end -->";

    private ConnectorPage() {}

    /**
     * @param page its file name
     */
    public static void isAsDefined(String page, ConfigDef def) {
        try {
            Path file = FOLDER.resolve(page);
            String text = Files.readString(file);
            int begin = text.indexOf(BEGIN);
            int end = text.indexOf(END);
            assertThat(begin).as(page + " has a place for the table").isPositive();
            assertThat(end).as(page + " has an end of the table").isGreaterThan(begin);
            String printed =
                    text.substring(0, begin + BEGIN.length()) + table(def) + text.substring(end);
            if (Boolean.getBoolean("docs.write") || System.getenv("DOCS_WRITE") != null) {
                Files.writeString(file, printed);
            }
            assertThat(Files.readString(file))
                    .as(page + " as printed; write it anew with -Ddocs.write=true")
                    .isEqualTo(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The first configuration on a page, as a reader copies it.
     *
     * @param filled what the reader fills in: every reference to a secret and every … must be among
     *     them
     */
    public static Map<String, String> example(String page, Map<String, String> filled) {
        try {
            String text = Files.readString(FOLDER.resolve(page));
            int begin = text.lastIndexOf('{', text.indexOf("\"connector.class\""));
            Map<String, String> settings = new HashMap<>();
            new ObjectMapper()
                    .readTree(text.substring(begin))
                    .properties()
                    .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
            settings.putAll(filled);
            assertThat(settings.values()).noneMatch(value -> value.matches("(?s).*(\\$\\{|…).*"));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The headings of a page, in their order. */
    public static List<String> sections(String page) {
        try {
            return Files.readAllLines(FOLDER.resolve(page)).stream()
                    .filter(line -> line.startsWith("## "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code connect check} prints of these settings, a line each. */
    public static List<String> check(Checkable connector, Map<String, String> settings) {
        try {
            return connector.check(settings).stream()
                    .map(
                            found ->
                                    found.verdict()
                                            + " "
                                            + (found.key() == null ? "" : found.key() + ": ")
                                            + found.words())
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String table(ConfigDef def) {
        StringBuilder table =
                new StringBuilder(
                        "| Setting | Default | Allowed | What it does |\n|---|---|---|---|\n");
        def.configKeys().values().stream()
                .filter(key -> !key.internalConfig)
                .sorted(
                        Comparator.comparing((ConfigKey key) -> key.importance)
                                .thenComparing(key -> key.name))
                .forEach(key -> row(table, key));
        return table.toString();
    }

    private static void row(StringBuilder table, ConfigKey key) {
        String allowed = key.validator == null ? "" : Objects.toString(key.validator);
        table.append("| `")
                .append(key.name)
                .append("` | ")
                .append(value(key))
                .append(" | ")
                .append(cell(allowed))
                .append(" | ")
                .append(cell(key.documentation))
                .append(" |\n");
    }

    private static String value(ConfigKey key) {
        if (!key.hasDefault()) {
            return "none: required";
        }
        Object value = ConfigDef.convertToString(key.defaultValue, key.type);
        String text =
                key.defaultValue instanceof List<?> ? String.valueOf(value) : key.defaultValue + "";
        return text.isEmpty() || key.type == ConfigDef.Type.PASSWORD
                ? "empty"
                : "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }
}
