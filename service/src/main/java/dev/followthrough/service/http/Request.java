package dev.followthrough.service.http;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;

/**
 * What was asked, read whole; bodies are bounded before they get here.
 *
 * @param path as it came, not decoded
 * @param parameters of the path, decoded
 * @param query first value of each name, decoded
 * @param headers by lower-case name, first value
 * @param body raw bytes, empty where none was sent
 */
public record Request(
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body) {
    public Request {
        parameters = Map.copyOf(parameters);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** A parameter of the route's path; asking for one the path does not bind is a bug. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "parameter of a route must be bound by its path, was '" + name + "'");
        }
        return value;
    }

    /** A query parameter, or null. */
    public @Nullable String query(String name) {
        return query.get(name);
    }

    /** A header by any case of its name, or null. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * A query parameter that is a whole number from {@code least} to {@code most}, or the default
     * where it is absent.
     */
    public int number(String name, int fallback, int least, int most) {
        String value = query.get(name);
        if (value == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below: to the caller both are the same fault.
        }
        throw Problem.badRequest(
                "query parameter '"
                        + name
                        + "' must be a whole number from "
                        + least
                        + " to "
                        + most
                        + ", was '"
                        + value
                        + "'");
    }
}
