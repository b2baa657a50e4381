package dev.followthrough.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where logs go: a command that prints results keeps them off the terminal; a service prints them. */
final class Logs {
    private static final String CONFIGURATION = "logback.configurationFile";

    private Logs() {}

    /** Only errors, on stderr. Must be called before the first logger is made. */
    static void quiet() {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, "logback-quiet.xml");
        }
    }

    /** Writes a fault of ours where it can be sent from, and gives the file's name; what could not be written is said instead. */
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
