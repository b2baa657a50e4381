package dev.followthrough.alerting.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** The part of Slack that alerts use: a channel's messages behind the Web API, over real HTTP. */
final class FakeSlack implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 15;

    /** What a request meets instead of an answer. */
    sealed interface Fault {
        /** Not done; an HTTP status with perhaps a {@code Retry-After}. */
        record Status(int status, @Nullable String retryAfter) implements Fault {}

        /** Not done; {@code ok:false} with this error. */
        record Error(String error) implements Fault {}

        /** Done, but the connection breaks before the answer. */
        record Lost() implements Fault {}
    }

    /** A message or reply that stands. */
    record Posted(
            String channel,
            String ts,
            @Nullable String thread,
            String text,
            JsonNode blocks,
            JsonNode metadata) {
        String attempt() {
            return metadata.path("event_payload").path("attempt").asText();
        }

        String version() {
            return metadata.path("event_payload").path("version").asText();
        }
    }

    /** A call as it came in. */
    record Call(String method, Map<String, String> form) {}

    final List<Posted> standing = new CopyOnWriteArrayList<>();
    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final InstantSource clock;
    private int posts;

    FakeSlack(InstantSource clock) {
        this.clock = clock;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    /** The next call of this method meets a fault; several queue up. */
    void fails(String method, Fault fault) {
        faults.computeIfAbsent(method, name -> new ConcurrentLinkedQueue<>()).add(fault);
    }

    /** Top-level messages, oldest first. */
    List<Posted> messages() {
        return standing.stream().filter(posted -> posted.thread() == null).toList();
    }

    List<Posted> replies(String ts) {
        return standing.stream().filter(posted -> ts.equals(posted.thread())).toList();
    }

    long count(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        Map<String, String> form = form(exchange.getRequestBody().readAllBytes());
        calls.add(new Call(method, form));
        Queue<Fault> queue = faults.get(method);
        Fault fault = queue == null ? null : queue.poll();
        if (fault instanceof Fault.Status(int status, String retryAfter)) {
            if (retryAfter != null) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            send(exchange, status, "{\"ok\":false,\"error\":\"ratelimited\"}");
        } else if (fault instanceof Fault.Error(String error)) {
            send(exchange, 200, error(error).toString());
        } else {
            ObjectNode answer = answer(method, form);
            if (fault instanceof Fault.Lost) {
                exchange.close();
            } else {
                send(exchange, 200, answer.toString());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized ObjectNode answer(String method, Map<String, String> form)
            throws JsonProcessingException {
        return switch (method) {
            case "chat.postMessage" -> post(form);
            case "chat.update" -> update(form);
            case "chat.delete" -> delete(form);
            case "conversations.history" -> history(form);
            case "conversations.replies" -> thread(form);
            default -> error("unknown_method");
        };
    }

    private ObjectNode post(Map<String, String> form) throws JsonProcessingException {
        String ts =
                clock.instant().getEpochSecond()
                        + String.format("%07d", ++posts).replaceFirst("0", ".");
        standing.add(
                new Posted(
                        form.getOrDefault("channel", ""),
                        ts,
                        form.get("thread_ts"),
                        form.getOrDefault("text", ""),
                        JSON.readTree(form.getOrDefault("blocks", "[]")),
                        JSON.readTree(form.getOrDefault("metadata", "{}"))));
        return ok().put("ts", ts).put("channel", form.get("channel"));
    }

    private ObjectNode update(Map<String, String> form) throws JsonProcessingException {
        int at = at(form);
        if (at < 0) {
            return error("message_not_found");
        }
        Posted old = standing.get(at);
        standing.set(
                at,
                new Posted(
                        old.channel(),
                        old.ts(),
                        old.thread(),
                        form.getOrDefault("text", ""),
                        JSON.readTree(form.getOrDefault("blocks", "[]")),
                        form.containsKey("metadata")
                                ? JSON.readTree(form.get("metadata"))
                                : old.metadata()));
        return ok().put("ts", old.ts());
    }

    private ObjectNode delete(Map<String, String> form) {
        int at = at(form);
        if (at < 0) {
            return error("message_not_found");
        }
        standing.remove(at);
        return ok();
    }

    private ObjectNode history(Map<String, String> form) {
        double oldest = Double.parseDouble(form.getOrDefault("oldest", "0"));
        double latest = Double.parseDouble(form.getOrDefault("latest", "9999999999"));
        List<Posted> found =
                messages().stream()
                        .filter(one -> one.channel().equals(form.get("channel")))
                        .filter(one -> Double.parseDouble(one.ts()) >= oldest)
                        .filter(one -> Double.parseDouble(one.ts()) <= latest)
                        .toList()
                        .reversed();
        return page(found, form);
    }

    private ObjectNode thread(Map<String, String> form) {
        List<Posted> found = new ArrayList<>();
        for (Posted posted : standing) {
            if (posted.ts().equals(form.get("ts"))
                    || form.getOrDefault("ts", "").equals(posted.thread())) {
                found.add(posted);
            }
        }
        return found.isEmpty() ? error("thread_not_found") : page(found, form);
    }

    /** Small pages, as Slack gives to apps that it does not list. */
    private static ObjectNode page(List<Posted> found, Map<String, String> form) {
        int from = Integer.parseInt(form.getOrDefault("cursor", "0"));
        int until = Math.min(found.size(), from + PAGE);
        ObjectNode answer = ok();
        ArrayNode messages = answer.putArray("messages");
        for (Posted posted : found.subList(from, until)) {
            ObjectNode node = messages.addObject().put("type", "message").put("ts", posted.ts());
            node.put("text", posted.text());
            if ("true".equals(form.get("include_all_metadata"))
                    || "1".equals(form.get("include_all_metadata"))) {
                node.set("metadata", posted.metadata());
            }
        }
        answer.putObject("response_metadata")
                .put("next_cursor", until < found.size() ? Integer.toString(until) : "");
        return answer;
    }

    private int at(Map<String, String> form) {
        for (int i = 0; i < standing.size(); i++) {
            if (standing.get(i).ts().equals(form.get("ts"))) {
                return i;
            }
        }
        return -1;
    }

    private static ObjectNode ok() {
        return JSON.createObjectNode().put("ok", true);
    }

    private static ObjectNode error(String error) {
        return JSON.createObjectNode().put("ok", false).put("error", error);
    }

    private static Map<String, String> form(byte[] body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
