package dev.followthrough.standalone.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the script that stands in for curl in the images. */
final class HttpScript {
    private HttpScript() {}

    /** Exit status, and what it printed. */
    record Answer(int status, String out) {}

    static boolean canRun() {
        return Files.isExecutable(Path.of("/bin/bash"));
    }

    static Answer run(String method, int port, String... rest)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                DockerFolder.ROOT.resolve("http").toString(),
                                method,
                                Integer.toString(port)));
        command.addAll(List.of(rest));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), out);
    }
}
