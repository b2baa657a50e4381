package dev.followthrough.ingest.worker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Connect's own REST interface: an answer is its status and its body. */
public record Rest(URI worker) {
    public String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(worker.resolve(path)).build());
    }

    public String put(String path, String json) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(worker.resolve(path))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))
                        .build());
    }

    public String delete(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(worker.resolve(path)).DELETE().build());
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
