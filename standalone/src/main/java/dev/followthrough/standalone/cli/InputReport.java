package dev.followthrough.standalone.cli;

import dev.followthrough.ingest.files.Read;
import dev.followthrough.standalone.scan.Found;

import java.io.PrintWriter;
import java.util.List;

/** Names what could not be read, a line each, up to a screenful. */
final class InputReport {
    private static final int MOST = 20;

    private InputReport() {}

    /** The exit code that says whether all of the input was read. */
    static int print(Found found, PrintWriter err) {
        List<Read.Dead> dead = found.dead();
        dead.stream()
                .limit(MOST)
                .forEach(
                        letter ->
                                err.println(
                                        "not read: "
                                                + letter.file()
                                                + ": "
                                                + letter.letter().detail()));
        if (dead.size() > MOST) {
            err.println("not read: " + (dead.size() - MOST) + " more");
        }
        found.skipped().stream()
                .filter(Read.Skipped::whole)
                .limit(MOST)
                .forEach(left -> err.println("left out: " + left.file() + ": " + left.reason()));
        err.flush();
        return dead.isEmpty() ? ExitCode.OK : ExitCode.SOME_INPUT_BAD;
    }
}
