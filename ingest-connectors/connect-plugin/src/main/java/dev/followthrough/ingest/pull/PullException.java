package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Why a source could not be read. The message is one sentence that names source, method, status and
 * what came instead; never a token or somebody's words.
 */
public abstract sealed class PullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PullException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Only a person can help: a revoked token, a missing permission. The task fails. */
    public static final class Refused extends PullException {
        private static final long serialVersionUID = 1L;
        private final @Nullable String key;

        public Refused(String message) {
            this(null, message);
        }

        /**
         * @param key the setting to change, where that is known
         */
        public Refused(@Nullable String key, String message) {
            super(message, null);
            this.key = key;
        }

        /** What a check says of it, under its own key or else this one. */
        public Finding found(String otherwise) {
            return Finding.wrong(key == null ? otherwise : key, getMessage());
        }
    }

    /** A feed is no more: a deleted channel, a folder that was removed. Other feeds go on. */
    public static final class Gone extends PullException {
        private static final long serialVersionUID = 1L;

        public Gone(String message) {
            super(message, null);
        }
    }

    /** The source has a bad time. The step is repeated later from the same checkpoint. */
    public static final class Unavailable extends PullException {
        private static final long serialVersionUID = 1L;
        private final Duration asked;

        /**
         * @param asked what the source asked for; zero where it said nothing
         */
        public Unavailable(String message, Duration asked, @Nullable Throwable cause) {
            super(message, cause);
            this.asked = asked;
        }

        public Unavailable(String message) {
            this(message, Duration.ZERO, null);
        }

        public Duration asked() {
            return asked;
        }
    }
}
