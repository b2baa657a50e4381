package dev.followthrough.service.query;

import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;

import java.util.List;
import java.util.Map;

/** The other instances of this service. Thread-safe. */
public interface Peers {
    /** Header that says how many records a standby is behind. */
    String LAG = "Followthrough-Lag";

    /**
     * Has the same request answered by the first of these that can be reached.
     *
     * @param more query parameters to add or replace
     * @throws dev.followthrough.service.http.Problem 503 where none can be reached, or where the
     *     request was sent on too often already
     */
    Response ask(List<String> addresses, Request request, Map<String, String> more);
}
