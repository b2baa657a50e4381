package dev.followthrough.alerting.notify;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;

import dev.followthrough.alerting.notify.Undelivered.Kind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** Calls the Slack Web API and says of each failure whether it may have happened and what helps. */
final class SlackCalls {
    /** The server may have done it before it failed. */
    private static final Set<String> UNANSWERED =
            Set.of(
                    "internal_error",
                    "fatal_error",
                    "request_timeout",
                    "service_unavailable",
                    "team_added_to_org");

    private static final Set<String> LATER =
            Set.of("ratelimited", "rate_limited", "message_limit_exceeded");
    private static final Set<String> GONE =
            Set.of(
                    "message_not_found",
                    "thread_not_found",
                    "cant_update_message",
                    "edit_window_closed");
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final MethodsClient client;

    SlackCalls(MethodsClient client) {
        this.client = client;
    }

    /** One call. */
    @FunctionalInterface
    interface Call<T extends SlackApiTextResponse> {
        T on(MethodsClient client) throws IOException, SlackApiException;
    }

    <T extends SlackApiTextResponse> T call(Call<T> call) throws Undelivered {
        T answer;
        try {
            answer = call.on(client);
        } catch (IOException e) {
            throw Undelivered.of(Kind.UNANSWERED, e.getClass().getSimpleName());
        } catch (SlackApiException e) {
            throw failed(e);
        }
        if (!answer.isOk()) {
            throw refused(answer.getError());
        }
        return answer;
    }

    private static Undelivered failed(SlackApiException e) {
        int status = e.getResponse().code();
        if (status == 429) {
            return Undelivered.later("ratelimited", wait(e.getResponse().header("Retry-After")));
        }
        return Undelivered.of(status >= 500 ? Kind.UNANSWERED : Kind.REFUSED, "http_" + status);
    }

    private static Undelivered refused(@Nullable String error) {
        String reason = error == null ? "no_reason" : error;
        if (LATER.contains(reason)) {
            return Undelivered.later(reason, DEFAULT_WAIT);
        }
        Kind kind =
                UNANSWERED.contains(reason)
                        ? Kind.UNANSWERED
                        : GONE.contains(reason) ? Kind.GONE : Kind.REFUSED;
        return Undelivered.of(kind, reason);
    }

    private static Duration wait(@Nullable String seconds) {
        if (seconds == null || !seconds.strip().matches("\\d{1,6}")) {
            return DEFAULT_WAIT;
        }
        Duration wait = Duration.ofSeconds(Math.max(1, Long.parseLong(seconds.strip())));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
