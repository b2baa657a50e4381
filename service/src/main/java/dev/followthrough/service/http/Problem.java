package dev.followthrough.service.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a request was not answered, as {@code application/problem+json} (RFC 9457). The detail is one
 * line for the caller: what was wrong, where, what to do; never anything of our own insides.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final String title;
    private final String detail;
    private final transient Map<String, String> members;
    private final transient Map<String, String> headers;

    private Problem(
            int status,
            String title,
            String detail,
            Map<String, String> members,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.members = members;
        this.headers = headers;
    }

    /** Any status with a short, constant title and a detail. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, Map.of(), Map.of());
    }

    /** 400: the request itself is wrong. */
    public static Problem badRequest(String detail) {
        return of(400, "Bad request", detail);
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String detail) {
        return of(404, "Not found", detail);
    }

    /** 503: ask again after these seconds. */
    public static Problem unavailable(String detail, int retryAfterSeconds) {
        return new Problem(
                503,
                "Unavailable",
                detail,
                Map.of(),
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** 422: the JSON is well-formed but what stands at the pointer breaks a rule. */
    public static Problem invalid(String pointer, String detail) {
        return of(422, "Invalid content", detail).with("pointer", pointer);
    }

    /**
     * The same with one more member in its JSON, such as {@code pointer} or the {@code moved_to} of
     * a former id.
     */
    public Problem with(String member, String value) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, title, detail, more, headers);
    }

    /** The same with one more header, such as {@code Allow}. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, title, detail, members, more);
    }

    public int status() {
        return status;
    }

    /** The answer to send. */
    public Response response() {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", "about:blank");
        node.put("title", title);
        node.put("status", status);
        node.put("detail", detail);
        members.forEach(node::put);
        Response response =
                Response.of(
                        status,
                        "application/problem+json",
                        node.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }
}
