package dev.followthrough.standalone.app;

import org.apache.kafka.common.utils.Exit;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The one shutdown hook of the process, and how a process waits for its end. Ctrl-C and termination
 * signals close what was given, in its own order; nothing else here reacts to them.
 */
public final class Shutdown {
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    /**
     * Closes this when the process is told to stop.
     *
     * @param say told that stopping begins and how long it took
     */
    public static void closes(AutoCloseable what, Consumer<String> say) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(what, say), "shutdown"));
    }

    /**
     * What the embedded broker does on a fault it cannot live with: the whole process ends, and
     * says so.
     */
    public static void onBrokerFault(Consumer<String> say) {
        Exit.Procedure end =
                (status, message) -> {
                    say.accept(
                            "the embedded broker stopped the process (status "
                                    + status
                                    + "): a full disk or a damaged data folder are the usual reasons; see the log");
                    Runtime.getRuntime().halt(3);
                };
        Exit.setHaltProcedure(end);
        Exit.setExitProcedure(end);
    }

    /** Says how the process should end. */
    public void end(int code) {
        ended.complete(code);
    }

    /** Waits for it; for ever, unless somebody says. */
    public int await() {
        return ended.join();
    }

    private static void close(AutoCloseable what, Consumer<String> say) {
        long begun = System.nanoTime();
        try {
            what.close();
            say.accept("stopped in " + seconds(System.nanoTime() - begun) + " s");
        } catch (Exception e) { // AutoCloseable declares Exception.
            say.accept("stopped with an error: " + e.getMessage());
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }
}
