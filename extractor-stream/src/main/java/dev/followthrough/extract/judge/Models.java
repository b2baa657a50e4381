package dev.followthrough.extract.judge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A regression for every head. Immutable, safe to share.
 *
 * @param byHead all heads
 */
public record Models(Map<Head, Model> byHead) {
    public Models {
        byHead = Map.copyOf(byHead);
        for (Head head : Head.values()) {
            if (!byHead.containsKey(head)) {
                throw new IllegalArgumentException("models must answer every head, not " + head);
            }
        }
    }

    Model of(Head head) {
        Model model = byHead.get(head);
        if (model == null) {
            throw new IllegalStateException("no model of " + head);
        }
        return model;
    }

    /** Reads what {@link #write} wrote. */
    public static Models read(InputStream in) throws IOException {
        Map<Head, Model> models = new EnumMap<>(Head.class);
        try (DataInputStream data = new DataInputStream(new GZIPInputStream(in))) {
            for (Head head : Head.values()) {
                models.put(head, Model.read(data));
            }
        }
        return new Models(models);
    }

    /** The same models give the same bytes; weights below {@code least} are left out. */
    public void write(OutputStream out, double least) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new StableGzip(out))) {
            for (Head head : Head.values()) {
                of(head).write(data, least);
            }
        }
    }

    /** GZIP with the best compression; its header carries no time and no system. */
    private static final class StableGzip extends GZIPOutputStream {
        StableGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(9);
        }
    }
}
