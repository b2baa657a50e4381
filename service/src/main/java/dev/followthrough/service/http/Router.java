package dev.followthrough.service.http;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Finds the route of a request. Routes may be added while requests are answered; the first that
 * fits wins.
 */
public final class Router {
    private final List<Route> routes = new CopyOnWriteArrayList<>();

    /** A route and what its path bound. */
    record Match(Route route, Map<String, String> parameters) {}

    public void add(Route route) {
        routes.add(route);
    }

    public List<Route> routes() {
        return List.copyOf(routes);
    }

    /**
     * The route for this method and raw path.
     *
     * @throws Problem 404 where no route has the path, 405 where one has it for another method
     */
    Match find(String method, String rawPath) {
        List<String> allowed = new ArrayList<>();
        for (Route route : routes) {
            Map<String, String> parameters = bind(route.path(), rawPath);
            if (parameters != null
                    && (route.method().equals(method)
                            || (method.equals("HEAD") && route.method().equals("GET")))) {
                return new Match(route, parameters);
            }
            if (parameters != null) {
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw Problem.notFound("no resource at " + rawPath);
        }
        String answered = String.join(", ", allowed.stream().distinct().sorted().toList());
        throw Problem.of(
                        405,
                        "Method not allowed",
                        rawPath + " answers " + answered + ", not " + method)
                .withHeader("Allow", answered);
    }

    private static @Nullable Map<String, String> bind(String pattern, String rawPath) {
        String[] wanted = pattern.split("/", -1);
        String[] given = rawPath.split("/", -1);
        if (wanted.length != given.length) {
            return null;
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                parameters.put(wanted[i].substring(1, wanted[i].length() - 1), decode(given[i]));
            } else if (!wanted[i].equals(given[i])) {
                return null;
            }
        }
        return parameters;
    }

    static String decode(String segment) {
        try {
            // In a path a plus is a plus; only the percent sequences are decoded.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "path segment '" + segment + "' must be percent-encoded UTF-8");
        }
    }
}
