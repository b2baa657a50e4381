package dev.followthrough.service.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param headers by name; {@code Content-Type} among them where there is a body
 */
public record Response(int status, Map<String, String> headers, byte[] body) {
    public Response {
        headers = Map.copyOf(headers);
    }

    /** A body of canonical or other JSON, as bytes. */
    public static Response json(int status, byte[] json) {
        return of(status, "application/json", json);
    }

    /** A body of JSON, as text. */
    public static Response json(int status, String json) {
        return json(status, json.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of text. */
    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of any type. */
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Map.of("Content-Type", contentType), body);
    }

    /** No body. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    /** The same answer with one more header. */
    public Response with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    /** The body as text, for tests and logs of generated content. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
