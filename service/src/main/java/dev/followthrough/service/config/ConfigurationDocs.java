package dev.followthrough.service.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints {@code docs/configuration.md} from the definitions that start-up validates with. */
public final class ConfigurationDocs {
    private static final String HEAD =
            """
            # Configuration

            Printed from the definitions in code by a test; do not edit.

            Later wins: defaults, then the file given with `--config` (Java properties, UTF-8), then the environment
            (`http.port` is `FOLLOWTHROUGH_HTTP_PORT`), then the command line. All mistakes are reported at once, and
            nothing is connected before they are mended.

            A value may refer to what is kept elsewhere: `${env:NAME}`, `${file:PATH:key}` (an entry of a properties
            file) or `${dir:PATH:file}` (the content of a file). Give secrets only so. Keys that start with `kafka.` go
            to every Kafka client without that prefix: `kafka.security.protocol=SASL_SSL`. One file may hold the
            settings of all services; each takes its own.
            """;

    private ConfigurationDocs() {}

    /**
     * The whole page.
     *
     * @param parts a section each, in this order (so give a map that keeps one): title and
     *     definition
     */
    public static String markdown(Map<String, ConfigDef> parts) {
        StringBuilder page = new StringBuilder(HEAD);
        parts.forEach((title, def) -> section(page, title, def));
        return page.toString();
    }

    private static void section(StringBuilder page, String title, ConfigDef def) {
        page.append("\n## ").append(title).append("\n\n");
        if (def.names().isEmpty()) {
            page.append("No settings of its own.\n");
            return;
        }
        page.append(table(def));
    }

    /** The settings alone, as a table: for the page of one connector. */
    public static String table(ConfigDef def) {
        StringBuilder table = new StringBuilder();
        table.append("| Setting | Type | Default | Allowed | Importance | What it does |\n");
        table.append("|---|---|---|---|---|---|\n");
        keys(def).forEach(key -> row(table, key));
        return table.toString();
    }

    /** By importance, then in the order of the alphabet. */
    private static List<ConfigKey> keys(ConfigDef def) {
        return def.configKeys().values().stream()
                .filter(key -> !key.internalConfig)
                .sorted(
                        Comparator.comparing((ConfigKey key) -> key.importance)
                                .thenComparing(key -> key.name))
                .toList();
    }

    private static void row(StringBuilder page, ConfigKey key) {
        page.append("| `")
                .append(key.name)
                .append("` | ")
                .append(key.type == Type.PASSWORD ? "secret" : lower(key.type.name()))
                .append(" | ")
                .append(defaultOf(key))
                .append(" | ")
                .append(key.validator == null ? "" : cell(key.validator.toString()))
                .append(" | ")
                .append(importance(key.importance))
                .append(" | ")
                .append(cell(key.documentation))
                .append(" |\n");
    }

    private static String defaultOf(ConfigKey key) {
        if (!key.hasDefault()) {
            return "**must be set**";
        }
        String shown = ConfigDef.convertToString(key.defaultValue, key.type);
        if (shown == null) {
            return "unset";
        }
        return shown.isEmpty() ? "empty" : "`" + cell(shown) + "`";
    }

    private static String importance(Importance importance) {
        return lower(importance.name());
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** One line; a bar would end the cell. */
    private static String cell(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ").replace("|", "\\|");
    }
}
