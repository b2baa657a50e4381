package dev.followthrough.ingest.files;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts the elements out of the lists of a JSON text without parsing them: of an array, or of the
 * {@code results} of one or more API pages. So a broken element harms no other one, and memory is
 * bounded by one element. Looks at quotes and brackets only; nesting costs a counter.
 */
final class JsonElements implements Closeable {
    private static final String LIST = "results";
    private static final int LONGEST_KEY = 200;

    private final ByteSource in;
    private final int maxBytes;
    private boolean inList;
    private boolean inObject;
    private boolean anyList;

    JsonElements(InputStream in, int maxBytes) {
        this.in = new ByteSource(in);
        this.maxBytes = maxBytes;
    }

    /**
     * The text of one element.
     *
     * @param bytes all of it, or its beginning where it is larger than allowed
     * @param start its first byte in the file
     * @param length how many bytes it has
     * @param ended whether something stands behind it; where not, the file broke off
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared or put into a set
    record Element(byte[] bytes, long start, long length, boolean ended) {
        boolean isWhole() {
            return bytes.length == length;
        }
    }

    /** What is no JSON where a list or its end should stand. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    boolean anyList() {
        return anyList;
    }

    /** The next element, or null behind the last one. */
    @Nullable Element next() throws IOException {
        while (inList || toList()) {
            int c = skipBlank();
            if (c < 0) {
                throw new Malformed("list must end with ], the file ended at byte " + in.offset());
            }
            if (c != ']') {
                return element();
            }
            in.read();
            inList = false;
        }
        return null;
    }

    /** Moves into the next list: the root, or a page's results; false at the end of the file. */
    private boolean toList() throws IOException {
        for (int c = skipBlank(); c >= 0 || inObject; c = skipBlank()) {
            in.read();
            if (c == '[') {
                inList = true;
                anyList = true;
                return true;
            }
            if (!inObject && c == '{') {
                inObject = true;
            } else if (inObject && c == '}') {
                inObject = false;
            } else if (inObject && c == '"') {
                member();
            } else {
                throw new Malformed(
                        "JSON must be an array or an object with results, was none at byte "
                                + Math.max(0, in.offset() - 1));
            }
        }
        return false;
    }

    /** Behind the opening quote of a key: leaves the list of a page unread, skips other values. */
    private void member() throws IOException {
        StringBuilder key = new StringBuilder();
        int c = in.read();
        while (c >= 0 && c != '"' && key.length() < LONGEST_KEY) {
            key.append((char) c);
            c = in.read();
        }
        if (skipBlank() == ':') {
            in.read();
        }
        if (skipBlank() != '[' || !key.toString().equals(LIST)) {
            value('}', 0);
        }
    }

    private Element element() throws IOException {
        long start = in.offset();
        byte[] bytes = value(']', maxBytes);
        return new Element(bytes, start, in.offset() - start, in.peek() >= 0);
    }

    /** Reads up to the comma or bracket behind a value. Strings end with their line. */
    private byte[] value(char end, int keep) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(Math.min(keep, 1024));
        int depth = 0;
        boolean string = false;
        for (int c = in.peek(); c >= 0; c = in.peek()) {
            boolean closes = c == ']' || c == '}';
            if (!string && depth == 0 && (c == ',' || c == end)) {
                break;
            }
            int nested = c == '[' || c == '{' ? 1 : closes ? -1 : 0;
            depth = string ? depth : Math.max(0, depth + nested);
            if (string && c == '\\') {
                add(kept, in.read(), keep);
                c = in.peek();
            } else if (c == '"' || string && c == '\n') {
                string = !string;
            }
            add(kept, in.read(), keep);
        }
        return kept.toByteArray();
    }

    private static void add(ByteArrayOutputStream kept, int c, int keep) {
        if (c >= 0 && kept.size() < keep) {
            kept.write(c);
        }
    }

    /** The byte behind blanks, commas and a byte order mark; it is not taken. */
    private int skipBlank() throws IOException {
        int c = in.peek();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || in.isMark(c)) {
            in.read();
            c = in.peek();
        }
        return c;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
