package dev.followthrough.alerting.app;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;

/** Makes the official client do what is asked once: it must not send again on its own. */
final class SlackClients {
    private static final int READ_MS = 15_000;
    private static final int CALL_MS = 30_000;

    private SlackClients() {}

    /**
     * @param endpoint where the Web API is called; ends with a slash
     */
    static MethodsClient client(String token, String endpoint) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(endpoint.endsWith("/") ? endpoint : endpoint + "/");
        config.setHttpClientReadTimeoutMillis(READ_MS);
        config.setHttpClientCallTimeoutMillis(CALL_MS);
        config.setStatsEnabled(false);
        // A connection that dies after the request was sent may have delivered it: a repetition
        // below us would be a second message that nobody knows of.
        SlackHttpClient http =
                new SlackHttpClient(
                        SlackHttpClient.buildOkHttpClient(config)
                                .newBuilder()
                                .retryOnConnectionFailure(false)
                                .build());
        http.setConfig(config);
        return Slack.getInstance(config, http).methods(token);
    }
}
