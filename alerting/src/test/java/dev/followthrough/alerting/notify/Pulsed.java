package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.model.Message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An outlet whose process may be killed or held before and after each call. */
record Pulsed(Outlet outlet, Pulse pulse) implements Outlet {
    @FunctionalInterface
    private interface Call<T> {
        T get() throws Undelivered;
    }

    private <T> T pulsed(Call<T> call) throws Undelivered {
        pulse.at(Pulse.Point.BEFORE_CALL);
        T result = call.get();
        pulse.at(Pulse.Point.AFTER_CALL);
        return result;
    }

    @Override
    public String name() {
        return outlet.name();
    }

    @Override
    public boolean knows(String posted) {
        return outlet.knows(posted);
    }

    @Override
    public Duration gap() {
        return outlet.gap();
    }

    @Override
    public String post(Message message, String attempt) throws Undelivered {
        return pulsed(() -> outlet.post(message, attempt));
    }

    @Override
    public void update(String posted, Message message, String attempt) throws Undelivered {
        pulsed(
                () -> {
                    outlet.update(posted, message, attempt);
                    return posted;
                });
    }

    @Override
    public void reply(String posted, Message message, String attempt, int line) throws Undelivered {
        pulsed(
                () -> {
                    outlet.reply(posted, message, attempt, line);
                    return posted;
                });
    }

    @Override
    public void delete(String destination, String posted) throws Undelivered {
        pulsed(
                () -> {
                    outlet.delete(destination, posted);
                    return posted;
                });
    }

    @Override
    public List<Copy> find(String destination, Instant from, Instant until) throws Undelivered {
        return pulsed(() -> outlet.find(destination, from, until));
    }

    @Override
    public Set<Integer> replies(String destination, String posted) throws Undelivered {
        return pulsed(() -> outlet.replies(destination, posted));
    }
}
