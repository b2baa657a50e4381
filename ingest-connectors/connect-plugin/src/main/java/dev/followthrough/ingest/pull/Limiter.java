package dev.followthrough.ingest.pull;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps calls below the rate of their method, and away while the source asked for quiet. Methods
 * have names of the source's own: {@code conversations.history}. Thread-safe; waits can be
 * interrupted.
 */
public final class Limiter {
    private final Function<String, Rate> rates;
    private final Pace pace;
    private final Meter meter;
    private final Map<String, Method> methods = new HashMap<>();

    /**
     * @param rates of every method that will be called
     */
    public Limiter(Function<String, Rate> rates, Tools tools) {
        this.rates = rates;
        this.pace = tools.pace();
        this.meter = tools.meter();
    }

    /** When calls may come, in nanoseconds of the pace. */
    private static final class Method {
        /** When the bucket is full again (a generic cell rate). */
        long full;

        /** Until when the source wants quiet. */
        long quiet;
    }

    /** Waits until the method may be called, and counts the call. */
    public void acquire(String method) throws InterruptedException {
        Duration wait = reserve(method);
        if (wait.isZero()) {
            return;
        }
        meter.waited(wait);
        pace.sleep(wait);
    }

    private synchronized Duration reserve(String name) {
        Method method = methods.computeIfAbsent(name, this::create);
        Rate rate = rates.apply(name);
        long now = pace.nanos();
        long interval = rate.interval().toNanos();
        long burst = interval * (rate.calls() - 1);
        long at = now;
        if (method.full - burst - at > 0) {
            at = method.full - burst;
        }
        if (method.quiet - at > 0) {
            at = method.quiet;
        }
        method.full = (method.full - at > 0 ? method.full : at) + interval;
        return Duration.ofNanos(at - now);
    }

    private Method create(String name) {
        Method method = new Method();
        method.full = pace.nanos();
        method.quiet = pace.nanos();
        return method;
    }

    /** The source said when to come back: no call of the method for that long. */
    public synchronized void quiet(String name, Duration time) {
        Method method = methods.computeIfAbsent(name, this::create);
        long until = pace.nanos() + time.toNanos();
        if (until - method.quiet > 0) {
            method.quiet = until;
        }
    }
}
