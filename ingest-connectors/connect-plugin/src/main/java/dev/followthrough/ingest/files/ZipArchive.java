package dev.followthrough.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The entries of a zip file. Nothing is unpacked to disk, and readers read objects of bounded size
 * from a stream, so neither a hostile name nor a hostile ratio does harm.
 */
final class ZipArchive implements Closeable {
    private static final int MAX_ENTRIES = 1_000_000;

    private final ZipFile zip;
    private final List<Entry> entries = new ArrayList<>();

    private ZipArchive(Found found) throws IOException {
        this.zip = new ZipFile(found.path().toFile());
        String top = commonFolder(zip);
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements() && entries.size() < MAX_ENTRIES) {
            ZipEntry entry = all.nextElement();
            if (!entry.isDirectory() && entry.getName().startsWith(top)) {
                String stamp = entry.getSize() + "@" + entry.getCrc();
                entries.add(
                        new Entry(
                                entry.getName().substring(top.length()),
                                found.file() + "!/" + entry.getName(),
                                stamp,
                                () -> zip.getInputStream(entry)));
            }
        }
    }

    static ZipArchive open(Found found) throws IOException {
        return new ZipArchive(found);
    }

    /** Some tools pack the export's folder, others what is in it. */
    private static String commonFolder(ZipFile zip) {
        String common = null;
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            String name = all.nextElement().getName();
            int slash = name.indexOf('/');
            String folder = slash < 0 ? "" : name.substring(0, slash + 1);
            if (common != null && !common.equals(folder) && !folder.equals("__MACOSX/")) {
                return "";
            }
            common = folder.equals("__MACOSX/") ? common : folder;
        }
        return common == null ? "" : common;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
