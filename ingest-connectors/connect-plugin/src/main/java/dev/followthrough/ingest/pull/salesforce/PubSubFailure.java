package dev.followthrough.ingest.pull.salesforce;

import io.grpc.Metadata;
import io.grpc.Status;

/**
 * Why change events did not come, in words.
 *
 * @param code gRPC's
 * @param reason code, Salesforce's own code where there is one, and the kind of what was thrown;
 *     never a text of the server
 */
record PubSubFailure(Status.Code code, String reason) {
    private static final Metadata.Key<String> ERROR =
            Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER);
    private static final String ERROR_FORM = "[a-z.]{1,100}";

    static PubSubFailure of(Throwable ended) {
        Status.Code code = Status.fromThrowable(ended).getCode();
        StringBuilder reason = new StringBuilder(code.name());
        Metadata trailers = Status.trailersFromThrowable(ended);
        String error = trailers == null ? null : trailers.get(ERROR);
        if (error != null && error.matches(ERROR_FORM)) {
            reason.append(", ").append(error);
        }
        Throwable cause = ended.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause != null) {
            reason.append(", ").append(cause.getClass().getSimpleName());
        }
        return new PubSubFailure(code, reason.toString());
    }

    /** Whether the session is no longer taken. */
    boolean wantsLogin() {
        return code == Status.Code.UNAUTHENTICATED;
    }

    /** Whether only a person can help, so that trying again would not. */
    boolean isDenied() {
        return switch (code) {
            case NOT_FOUND, PERMISSION_DENIED, INVALID_ARGUMENT -> true;
            default -> false;
        };
    }

    /** What a person is told of an object whose events are not to be had. */
    static String denied(String object, String reason) {
        return "change events of "
                + object
                + " cannot be subscribed ("
                + reason
                + "), so that it is only polled; to have them, select it under Setup → Change Data Capture, give the user View All Data"
                + (object.equals("User") ? " and View All Users" : "")
                + ", and restart the connector";
    }

    /** What a person is told where the server cannot be spoken with. */
    String unheard(PubSubAddress address) {
        return wantsLogin()
                ? "the Pub/Sub API refuses the session ("
                        + reason
                        + "), and a new one as well; meanwhile everything is polled"
                : "the Pub/Sub API at "
                        + address
                        + " does not answer as it should ("
                        + reason
                        + "): check "
                        + PubSubConfig.ADDRESS
                        + ", and that the worker may call it; meanwhile everything is polled";
    }
}
