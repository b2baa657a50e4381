package dev.followthrough.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where logs go: a command that prints results keeps them off the terminal; a service prints them.
 * Each must be called before the first logger is made; a {@code -Dlogback.configurationFile} given
 * by the user wins.
 */
final class Logs {
    private static final String CONFIGURATION = "logback.configurationFile";

    private Logs() {}

    /** Only errors, on stderr. */
    static void quiet() {
        use("logback-quiet.xml");
    }

    /** What a service says, on stderr, a line an event. */
    static void service() {
        use("logback.xml");
    }

    /** Everything into a file: the terminal is for people. */
    static void toFile(Path file) {
        System.setProperty("followthrough.log.file", file.toString());
        use("logback-up.xml");
    }

    private static void use(String configuration) {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, configuration);
        }
    }

    /**
     * Writes a fault of ours where it can be sent from, and gives the file's name; what could not
     * be written is said instead.
     */
    static String keep(Throwable fault) {
        try {
            Path file = Files.createTempFile("followthrough-fault-", ".txt");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
                fault.printStackTrace(out);
            }
            return file.toString();
        } catch (IOException e) {
            return "its stack trace, which could not be written: " + fault;
        }
    }
}
