package dev.followthrough.service.config;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Where settings come from. <b>Precedence, stated here once: defaults &lt; file &lt; environment
 * &lt; command line.</b>
 *
 * <p>An environment variable {@code FOLLOWTHROUGH_HTTP_PORT} sets {@code http.port}: the prefix is
 * cut, the rest is lower-cased, {@code _} becomes {@code .}; keys therefore hold neither
 * underscores nor hyphens. A variable that names no known key is left alone, because schedulers put
 * variables of their own beside ours ({@code FOLLOWTHROUGH_SERVICE_HOST} in Kubernetes).
 */
public record ConfigSources(
        Map<String, String> file,
        Map<String, String> environment,
        Map<String, String> commandLine) {
    /** Before the name of every environment variable of ours. */
    public static final String ENVIRONMENT_PREFIX = "FOLLOWTHROUGH_";

    public ConfigSources {
        file = Map.copyOf(file);
        environment = Map.copyOf(environment);
        commandLine = Map.copyOf(commandLine);
    }

    /**
     * Reads the file, where one is given, as Java properties in UTF-8.
     *
     * @throws ConfigException where the file cannot be read
     */
    public static ConfigSources of(
            @Nullable Path file, Map<String, String> environment, Map<String, String> commandLine) {
        return new ConfigSources(
                file == null ? Map.of() : read(file), ours(environment), commandLine);
    }

    /** Only these values, for tests and for a service started by another program. */
    public static ConfigSources of(Map<String, String> values) {
        return new ConfigSources(Map.of(), Map.of(), values);
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException(
                    "--config",
                    file.toString(),
                    "must name a readable properties file in UTF-8 ("
                            + e.getClass().getSimpleName()
                            + ")");
        }
        Map<String, String> values = new HashMap<>();
        properties.forEach((key, value) -> values.put(key.toString(), value.toString().strip()));
        return values;
    }

    private static Map<String, String> ours(Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        environment.forEach(
                (name, value) -> {
                    if (name.startsWith(ENVIRONMENT_PREFIX)) {
                        values.put(
                                name.substring(ENVIRONMENT_PREFIX.length())
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '.'),
                                value);
                    }
                });
        return values;
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return "ConfigSources[file="
                + file.keySet()
                + ", environment="
                + environment.keySet()
                + ", commandLine="
                + commandLine.keySet()
                + "]";
    }
}
