package dev.followthrough.ingest.pull.salesforce;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the Pub/Sub API is.
 *
 * @param host a name or an IPv4 address
 */
record PubSubAddress(String host, int port) {
    static final ConfigDef.Validator FORM =
            ConfigDef.LambdaValidator.with(
                    (key, value) -> of(String.valueOf(value)), () -> "HOST:PORT");

    private static final Pattern TEXT =
            Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    static PubSubAddress of(String text) {
        Matcher parts = TEXT.matcher(text);
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new ConfigException(
                    PubSubConfig.ADDRESS,
                    text,
                    "must be a host and a port, without https://, such as "
                            + PubSubConfig.GLOBAL_ADDRESS);
        }
        return new PubSubAddress(parts.group(1), port);
    }

    /**
     * Whether it is this machine, as tests have it: then without TLS. By its text alone, since a
     * name that leads here today may lead elsewhere tomorrow, with a token.
     */
    boolean isLoopback() {
        return host.equals("localhost") || host.matches("127(?:\\.\\d{1,3}){3}");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
