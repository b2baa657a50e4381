package dev.followthrough.standalone.story;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** The bundled deals, and an instant after everything in them was said. */
final class Deals {
    static final Instant AFTERWARDS = Instant.parse("2027-01-15T09:00:00Z");

    private Deals() {}

    static Path folder(String deal) {
        URL url = Objects.requireNonNull(Deals.class.getResource("/deals/" + deal), deal);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
