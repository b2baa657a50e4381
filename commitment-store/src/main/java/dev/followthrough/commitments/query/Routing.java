package dev.followthrough.commitments.query;

import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.query.Peers;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.Function;

/** Answers where the partition is, or has it answered there. */
final class Routing {
    private static final int RETRY_SECONDS = 2;

    private final Peers peers;

    Routing(Peers peers) {
        this.peers = peers;
    }

    <T> Response answer(Request request, Located<T> place, Function<T, Response> here) {
        return answer(request, place, Map.of(), here);
    }

    /**
     * @param more query parameters for the instance that is asked instead
     */
    <T> Response answer(
            Request request,
            Located<T> place,
            Map<String, String> more,
            Function<T, Response> here) {
        return switch (place) {
            case Located.Here<T> found -> marked(here.apply(found.value()), found.lag());
            case Located.There<T> elsewhere -> peers.ask(elsewhere.addresses(), request, more);
            case Located.Nowhere<T> missing -> throw unavailable(missing);
        };
    }

    static Problem unavailable(Located.Nowhere<?> missing) {
        return Problem.unavailable(missing.reason(), RETRY_SECONDS);
    }

    static Response marked(Response response, @Nullable Long lag) {
        return lag == null ? response : response.with(Peers.LAG, Long.toString(lag));
    }

    /** Whether a standby may answer. */
    static boolean stale(Request request) {
        String stale = request.query("stale");
        if (stale != null && !stale.equals("allow")) {
            throw Problem.badRequest(
                    "query parameter 'stale' must be 'allow' or absent, was '" + stale + "'");
        }
        return stale != null;
    }
}
