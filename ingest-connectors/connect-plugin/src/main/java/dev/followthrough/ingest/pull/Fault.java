package dev.followthrough.ingest.pull;

import org.apache.kafka.connect.errors.ConnectException;

/** A fault of ours, as a worker or a person may see it. */
final class Fault {
    private Fault() {}

    /**
     * Says what kind of thing was thrown and where, but not its message: that may quote what nobody
     * foresaw, a header with its token among it.
     *
     * @param source a word for errors: {@code hubspot}
     */
    static ConnectException of(String source, Throwable thrown) {
        StringBuilder kinds = new StringBuilder(thrown.getClass().getName());
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            kinds.append(" by ").append(cause.getClass().getName());
        }
        ConnectException fault = new ConnectException(source + ": unexpected " + kinds);
        fault.setStackTrace(thrown.getStackTrace());
        return fault;
    }
}
