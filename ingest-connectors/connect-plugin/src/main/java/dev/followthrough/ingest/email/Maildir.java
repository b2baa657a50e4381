package dev.followthrough.ingest.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Messages that lie one in a file: a Maildir ({@code cur}, {@code new}, {@code tmp}) or a single
 * {@code .eml}. {@code tmp} holds what is still being delivered and is not read.
 */
public final class Maildir {
    private Maildir() {}

    /** Whether the folder is a Maildir. */
    public static boolean isMaildir(Path folder) {
        return Files.isDirectory(folder.resolve("cur")) && Files.isDirectory(folder.resolve("new"));
    }

    /**
     * The message files of a Maildir, by key. Folders inside it ({@code .Sent}) are Maildirs of
     * their own.
     */
    public static List<Path> messages(Path maildir) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String part : List.of("cur", "new")) {
            try (Stream<Path> files = Files.list(maildir.resolve(part))) {
                files.filter(Files::isRegularFile).filter(Maildir::isVisible).forEach(found::add);
            }
        }
        found.sort(Comparator.comparing(Maildir::key).thenComparing(Path::toString));
        return List.copyOf(found);
    }

    private static boolean isVisible(Path file) {
        return !file.getFileName().toString().startsWith(".");
    }

    /**
     * What stays the same when a message is read, flagged or moved from {@code new} to {@code cur}:
     * the file's name before its flags.
     */
    public static String key(Path message) {
        String name = message.getFileName().toString();
        int flags = name.indexOf(':');
        return flags < 0 ? name : name.substring(0, flags);
    }

    /** Reads one message file; never more than the limit. */
    public static RawMail read(Path message, int maxBytes) throws IOException {
        try (InputStream in = Files.newInputStream(message)) {
            return read(in, maxBytes);
        }
    }

    /** Reads one message, for example an entry of a zip file; never more than the limit. */
    public static RawMail read(InputStream in, int maxBytes) throws IOException {
        byte[] bytes = in.readNBytes(maxBytes);
        if (bytes.length < maxBytes || in.read() < 0) {
            return new RawMail.Whole(0, bytes.length, true, bytes);
        }
        byte[] head = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, Bounded.HEAD));
        return new RawMail.TooLarge(0, bytes.length + 1L + in.skip(Long.MAX_VALUE), true, head);
    }
}
