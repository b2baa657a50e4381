package dev.followthrough.ingest.connect;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A setting that is an https address with a place for something, or empty.
 *
 * @param placeholder what stands there: {@code {message_id}}
 * @param example for whoever gave another one
 */
public record LinkTemplate(String placeholder, String example) implements ConfigDef.Validator {
    @Override
    public void ensureValid(String key, Object value) {
        String text = String.valueOf(value);
        if (!text.isEmpty() && !isTemplate(text)) {
            throw new ConfigException(
                    key,
                    text,
                    "must begin with https:// and a host, and hold "
                            + placeholder
                            + " behind it and no other brace: "
                            + example);
        }
    }

    private boolean isTemplate(String text) {
        String filled = text.replace(placeholder, "x");
        int path = text.indexOf('/', "https://".length());
        try {
            URI address = new URI(filled);
            return text.startsWith("https://")
                    && address.getHost() != null
                    && path > 0
                    && text.indexOf(placeholder) > path;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "an https address with " + placeholder + ", or empty";
    }
}
