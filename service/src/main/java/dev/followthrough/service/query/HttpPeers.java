package dev.followthrough.service.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks other instances over HTTP/1.1, with the caller's own token. */
public final class HttpPeers implements Peers {
    /** How often a request was sent on; a deal's account and then its ledger take two. */
    static final String HOPS = "Followthrough-Hops";

    private static final int MOST_HOPS = 2;
    private static final int RETRY_SECONDS = 2;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final List<String> KEPT = List.of("Content-Type", "Retry-After", "Location");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    @Override
    public Response ask(List<String> addresses, Request request, Map<String, String> more) {
        int hops = hops(request);
        if (hops >= MOST_HOPS) {
            throw Problem.unavailable("the partition is moving between instances", RETRY_SECONDS);
        }
        for (String address : addresses) {
            Response answer = answer(sentOn(address, request, more, hops + 1));
            if (answer != null) {
                return answer;
            }
        }
        throw Problem.unavailable(
                "the instance that holds the partition cannot be reached", RETRY_SECONDS);
    }

    /** Nothing where it cannot be reached. */
    private @Nullable Response answer(HttpRequest request) {
        try {
            return answer(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static int hops(Request request) {
        String hops = request.header(HOPS);
        return hops == null || !hops.matches("\\d") ? 0 : Integer.parseInt(hops);
    }

    private static HttpRequest sentOn(
            String address, Request request, Map<String, String> more, int hops) {
        Map<String, String> query = new TreeMap<>(request.query());
        query.putAll(more);
        String text =
                query.entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        URI uri =
                URI.create(
                        "http://" + address + request.path() + (text.isEmpty() ? "" : "?" + text));
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri).timeout(ANSWER).header(HOPS, Integer.toString(hops));
        String token = request.header("Authorization");
        return (token == null ? builder : builder.header("Authorization", token)).GET().build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static Response answer(HttpResponse<byte[]> from) {
        Response answer = new Response(from.statusCode(), Map.of(), from.body());
        for (String name : KEPT) {
            answer = kept(answer, from, name);
        }
        return kept(answer, from, Peers.LAG);
    }

    private static Response kept(Response answer, HttpResponse<byte[]> from, String name) {
        return from.headers().firstValue(name).map(v -> answer.with(name, v)).orElse(answer);
    }
}
