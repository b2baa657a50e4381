package dev.followthrough.alerting.notify;

import dev.followthrough.alerting.domain.Text;
import dev.followthrough.contracts.model.Message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Prints alerts: a message is a few lines, a change one. What a terminal showed before a crash
 * nobody can look up: a message whose printing was not written down is printed again.
 */
public final class TerminalOutlet implements Outlet {
    private static final String PREFIX = "terminal:";
    private static final int WIDTH = 200;
    private static final int LISTED = 5;

    private final Consumer<String> terminal;

    /**
     * @param terminal takes one alert, lines separated by {@code \n}
     */
    public TerminalOutlet(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "terminal";
    }

    @Override
    public boolean knows(String posted) {
        return posted.startsWith(PREFIX);
    }

    @Override
    public Duration gap() {
        return Duration.ZERO;
    }

    @Override
    public String post(Message message, String attempt) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "ALERT "
                        + message.severity().name().toLowerCase(Locale.ROOT)
                        + " | "
                        + fit(message.title()));
        lines.addAll(
                message.mention() == null && isList(message) ? listed(message) : body(message));
        terminal.accept(String.join("\n    ", lines));
        return PREFIX + attempt;
    }

    /** What changed follows as lines of the log; a list without one is printed again. */
    @Override
    public void update(String posted, Message message, String attempt) {
        if (isList(message)) {
            post(message, attempt);
        }
    }

    @Override
    public void reply(String posted, Message message, String attempt, int line) {
        terminal.accept(
                "ALERT, news | " + fit(message.title()) + " | " + fit(message.log().get(line)));
    }

    @Override
    public void delete(String destination, String posted) {
        // What was printed was printed.
    }

    @Override
    public List<Copy> find(String destination, Instant from, Instant until) {
        return List.of();
    }

    @Override
    public Set<Integer> replies(String destination, String posted) {
        return Set.of();
    }

    private static boolean isList(Message message) {
        return message.lines().stream().anyMatch(line -> line.startsWith("• "));
    }

    private static List<String> listed(Message message) {
        List<String> lines =
                new ArrayList<>(
                        message.lines().stream().limit(LISTED).map(TerminalOutlet::fit).toList());
        if (message.lines().size() > LISTED) {
            lines.add("… and more");
        }
        return lines;
    }

    /** Account and owner share a line with why: an alert is four lines at most. */
    private static List<String> body(Message message) {
        List<String> lines = new ArrayList<>(message.lines());
        if (lines.size() > 2) {
            lines.set(0, lines.get(0) + " | " + lines.remove(1));
        }
        return lines.stream().map(TerminalOutlet::fit).toList();
    }

    private static String fit(String text) {
        return Text.cut(Printable.line(text), WIDTH);
    }
}
