package dev.followthrough.standalone.eval;

import dev.followthrough.service.StartException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A scoring script, run by Python as a process of its own. */
final class Scorer {
    private static final long MINUTES = 10;

    private final Path script;

    /**
     * @throws StartException where the script is not there
     */
    Scorer(Path folder, String script) {
        this.script = folder.resolve(script);
        if (!Files.isReadable(this.script)) {
            throw new StartException("no such scorer: " + this.script);
        }
    }

    /** What the script prints into the file. */
    void run(Path output, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("python3", script.toString()));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(output.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new StartException(script + " did not end within " + MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new StartException(script + " failed with status " + process.exitValue());
            }
        } catch (IOException e) {
            throw new StartException("python3 cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while scoring", e);
        }
    }
}
