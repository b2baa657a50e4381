package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
