package dev.followthrough.extract.app;

import dev.followthrough.extract.rules.RuleFile;
import dev.followthrough.service.config.ConfigException;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A company's own rules on disk: the {@code .yaml} and {@code .yml} files of one folder, not of
 * those below it. Whatever else lies there is left alone.
 */
final class RuleFolder {
    private static final int MOST_FILES = 200;
    private static final long LONGEST_BYTES = 1 << 20;

    private final String key;
    private final String folder;

    private RuleFolder(String key, String folder) {
        this.key = key;
        this.folder = folder;
    }

    /**
     * Reads them.
     *
     * @param key the setting that names the folder, for faults
     * @throws ConfigException where the folder or one of its files cannot be read
     */
    static List<RuleFile> read(String key, String folder) {
        return new RuleFolder(key, folder).read();
    }

    private List<RuleFile> read() {
        List<RuleFile> files = new ArrayList<>();
        for (Path path : paths()) {
            files.add(file(path));
        }
        if (files.isEmpty()) {
            throw fault("must hold a .yaml file");
        }
        if (files.size() > MOST_FILES) {
            throw fault("must hold at most " + MOST_FILES + " .yaml files");
        }
        return files;
    }

    private List<Path> paths() {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            return all.filter(RuleFolder::isRules).sorted().toList();
        } catch (IOException | InvalidPathException e) {
            throw fault("must name a folder that can be read");
        }
    }

    private static boolean isRules(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml"))
                && !name.startsWith(".")
                && Files.isRegularFile(path);
    }

    private RuleFile file(Path path) {
        String name = path.getFileName().toString();
        try {
            if (Files.size(path) > LONGEST_BYTES) {
                throw fault("must hold files of at most " + LONGEST_BYTES + " bytes: " + name);
            }
            return new RuleFile(name, Files.readString(path));
        } catch (CharacterCodingException e) {
            throw fault("must hold files in UTF-8: " + name);
        } catch (IOException e) {
            throw fault("must hold readable files: " + name);
        }
    }

    private ConfigException fault(String rule) {
        return new ConfigException(key, folder, rule);
    }
}
