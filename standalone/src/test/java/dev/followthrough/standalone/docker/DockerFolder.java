package dev.followthrough.standalone.docker;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.service.config.ConfigSources;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.standalone.app.Part;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The files of the folder docker, with secrets that exist. */
final class DockerFolder {
    static final Path ROOT = Path.of("..", "docker");

    /** As {@code init} makes one, but for the line end that an editor may leave. */
    static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private DockerFolder() {}

    static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    static List<String> lines(String file) throws IOException {
        return Files.readAllLines(ROOT.resolve(file));
    }

    /** The settings of a service as in its container, but that secrets lie in this folder. */
    static ServiceConfig settings(Part part, Path folder) throws IOException {
        return ServiceConfig.load(
                part.settings(), ConfigSources.of(copy(part, folder, ""), Map.of(), Map.of()));
    }

    /** Its file with secrets from this folder, without lines that begin with what is left out. */
    static Path copy(Part part, Path folder, String leftOut) throws IOException {
        Files.writeString(folder.resolve("http-token"), TOKEN + "\n");
        Files.writeString(folder.resolve("slack-bot-token"), "");
        Files.writeString(folder.resolve("slack-signing-secret"), "");
        List<String> lines =
                lines("config/" + part + ".properties").stream()
                        .filter(line -> leftOut.isEmpty() || !line.startsWith(leftOut))
                        .map(line -> line.replace("/run/secrets", folder.toString()))
                        .toList();
        return Files.write(folder.resolve(part + ".properties"), lines);
    }

    static Map<String, String> properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(ROOT.resolve(file))) {
            properties.load(reader);
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach((key, value) -> values.put(key.toString(), value.toString()));
        return values;
    }

    /** The flat JSON of a connector's settings. */
    static Map<String, String> connector(String file) throws IOException {
        Map<String, String> values = new TreeMap<>();
        new JsonMapper()
                .readTree(text(file))
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }
}
