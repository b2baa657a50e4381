package dev.followthrough.ingest.files;

/**
 * A file of a folder or of an archive, by its name inside.
 *
 * @param name parts apart by {@code /}, beginning at the export's own folder
 * @param file absolute, for people and for the source partition
 */
record Entry(String name, String file, String stamp, StreamOpener opener) {
    static Entry of(Found found, java.nio.file.Path root) {
        String name = root.relativize(found.path()).toString().replace('\\', '/');
        return new Entry(name, found.file(), found.stamp(), found::open);
    }
}
