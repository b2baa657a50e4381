package dev.followthrough.ingest.pull;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

import java.net.URI;
import java.net.URISyntaxException;

/** A setting that is the address of an API: scheme and host, perhaps a port. */
public final class WebAddress implements ConfigDef.Validator {
    @Override
    public void ensureValid(String key, Object value) {
        String text = String.valueOf(value);
        if (!text.matches("https?://[^/?#@]+/?") || !isAddress(text)) {
            throw new ConfigException(
                    key, text, "must be https:// and a host, without a path: https://api.example");
        }
    }

    /** Whether it can be called: what Java's HTTP client wants of an address. */
    public static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getScheme() != null && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "https://HOST, without a path";
    }
}
