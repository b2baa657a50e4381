package dev.followthrough.service;

import org.jspecify.annotations.Nullable;

/**
 * The environment does not allow the start: no broker, a taken port, a contradicting topic. The
 * message is one line: what, where, what to do.
 */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public StartException(String message) {
        super(message);
    }
}
