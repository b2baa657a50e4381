package dev.followthrough.ingest.pull;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;

/**
 * What a source answered: a success, or a refusal that trying again does not change (4xx).
 *
 * @param status 2xx or 4xx
 * @param body null node where the answer was empty
 */
public record Answer(int status, HttpHeaders headers, JsonNode body) {
    public boolean ok() {
        return status / 100 == 2;
    }

    /**
     * When it was given, by the source's clock.
     *
     * @param otherwise for where the source does not tell
     */
    public Instant time(InstantSource otherwise) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(header("Date"), Instant::from);
        } catch (DateTimeException e) {
            return otherwise.instant();
        }
    }

    /** The first header of a name, empty where there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
