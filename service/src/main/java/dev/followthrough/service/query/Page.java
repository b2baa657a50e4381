package dev.followthrough.service.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.List;

/**
 * A part of a list.
 *
 * @param next what to ask for as {@code cursor} to get the part after it; absent at the end
 */
public record Page(List<JsonNode> items, @Nullable String next) {
    /** Longest page. */
    public static final int MOST = 200;

    private static final int DEFAULT_LIMIT = 50;

    public Page {
        items = List.copyOf(items);
    }

    /** How many items the caller asked for at most; outside 1…{@value #MOST} it is a 400. */
    public static int limit(Request request) {
        return request.number("limit", DEFAULT_LIMIT, 1, MOST);
    }

    /** The position a cursor stands for; absent for the first page. */
    public static @Nullable String from(Request request) {
        String cursor = request.query("cursor");
        return cursor == null ? null : decoded(cursor);
    }

    /** The position behind the text of a cursor; one we never gave is a 400. */
    public static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    /** What to throw for a cursor of another list. */
    public static Problem badCursor() {
        return Problem.badRequest(
                "query parameter 'cursor' must be the 'next' of an earlier page of this list");
    }

    /** The cursor of the page that starts at this position; callers are not to read it. */
    public static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
    }

    /** The page as it is sent. */
    public Response response() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("items").addAll(items);
        if (next != null) {
            body.put("next", next);
        }
        return Response.json(200, body.toString());
    }
}
