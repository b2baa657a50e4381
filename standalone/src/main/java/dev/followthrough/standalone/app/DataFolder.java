package dev.followthrough.standalone.app;

import dev.followthrough.service.StartException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything {@code up} keeps, used by one process at a time. The lock goes
 * with the process, also after a kill.
 */
public final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * @throws StartException where the folder cannot be written to or another process uses it
     */
    public static DataFolder open(Path root) {
        try {
            Files.createDirectories(root.resolve("logs"));
            FileChannel channel =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new StartException(
                        "the data folder "
                                + root
                                + " is in use by another followthrough; stop that one or give --data another folder");
            }
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new StartException(
                    "the data folder "
                            + root
                            + " cannot be used ("
                            + e.getClass().getSimpleName()
                            + "); give --data a folder that can be written to",
                    e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path root() {
        return root;
    }

    Path broker() {
        return root.resolve("kafka");
    }

    Path state() {
        return root.resolve("state");
    }

    Path offsets() {
        return root.resolve("connect.offsets");
    }

    /** Where the logs of this folder's process go. */
    public Path log() {
        return root.resolve("logs").resolve("followthrough.log");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
