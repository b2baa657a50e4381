package dev.followthrough.ingest.files;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
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

    /** A day of a channel is a few megabytes: an entry that unpacks to more than this is a bomb. */
    private static final long MAX_UNPACKED = 512L * 1024 * 1024;

    private final ZipFile zip;
    private final List<Entry> entries = new ArrayList<>();

    private ZipArchive(Found found) throws IOException {
        this.zip = open(found.path());
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
                                () -> new Unpacked(zip.getInputStream(entry))));
            }
        }
    }

    static ZipArchive open(Found found) throws IOException {
        return new ZipArchive(found);
    }

    /** The library throws both for names that it cannot decode. */
    private static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (IllegalArgumentException e) {
            throw new IOException("entry names cannot be read", e);
        }
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

    /** Refuses to go on behind the limit. */
    private static final class Unpacked extends FilterInputStream {
        private long count;

        Unpacked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            if (count > MAX_UNPACKED) {
                throw new IOException("must unpack to at most " + MAX_UNPACKED + " bytes");
            }
            return read;
        }
    }
}
