package dev.followthrough.alerting.notify;

/** Words of others on a terminal: one line, and nothing that steers the terminal. */
final class Printable {
    private Printable() {}

    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }
}
