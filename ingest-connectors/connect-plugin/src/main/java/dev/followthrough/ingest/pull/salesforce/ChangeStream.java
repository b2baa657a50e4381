package dev.followthrough.ingest.pull.salesforce;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ReplayPreset;

import dev.followthrough.ingest.pull.Backoff;
import dev.followthrough.ingest.pull.PullException;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Listens to the change events of one object, and goes on listening when that ends. Only saves
 * time: the poll beneath finds the same a little later, so nothing here can fail the task. For the
 * client's thread.
 */
final class ChangeStream implements ClientResponseObserver<FetchRequest, FetchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);

    /** Salesforce lets no more events be outstanding. */
    private static final int MOST = 100;

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    /** A stream ends now and then; so many times in a row are worth a word. */
    private static final int MANY = 3;

    /** What has stood for so long had not failed. */
    private static final long WHILE = Duration.ofMinutes(1).toNanos();

    private final String object;
    private final String topic;
    private final PubSubClient client;
    private final SalesforceLogin login;
    private final Runnable told;
    private SalesforceLogin.@Nullable Session session;
    private @Nullable ClientCallStreamObserver<FetchRequest> requests;
    private boolean ready;
    private int failures;
    private long opened;

    ChangeStream(String object, PubSubClient client, SalesforceLogin login, Runnable told) {
        this.object = object;
        this.topic = topic(object);
        this.client = client;
        this.login = login;
        this.told = told;
    }

    static String topic(String object) {
        return "/data/" + object + "ChangeEvent";
    }

    void open() {
        opened = System.nanoTime();
        try {
            SalesforceLogin.Session now = login.sessionOfOrg();
            session = now;
            client.calls(now).subscribe(this);
        } catch (PullException e) {
            again(e.getMessage());
        } catch (StatusRuntimeException e) {
            again(PubSubFailure.of(e).unheard(client.address()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the task is closed
        }
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<FetchRequest> stream) {
        requests = stream;
        ready = false;
        stream.setOnReadyHandler(this::begin);
        client.later(client.patience(), () -> endUnlessReady(stream));
    }

    private void begin() {
        ready = true;
        ask(MOST);
        told.run(); // what came while nobody listened
    }

    /** Something may have taken the connection that never says a word of the protocol. */
    private void endUnlessReady(ClientCallStreamObserver<FetchRequest> stream) {
        if (stream.equals(requests) && !ready) {
            client.hangUp();
            stream.cancel("no answer", new TimeoutException());
        }
    }

    private void ask(int number) {
        if (requests != null) {
            requests.onNext(
                    FetchRequest.newBuilder()
                            .setTopicName(topic)
                            .setReplayPreset(ReplayPreset.LATEST)
                            .setNumRequested(number)
                            .build());
        }
    }

    /** A response without events only shows that the server lives. */
    @Override
    public void onNext(FetchResponse response) {
        if (failures >= MANY) {
            LOG.info("change events come again object={}", object);
        }
        failures = 0;
        if (response.getEventsCount() > 0) {
            told.run();
        }
        int outstanding = Math.max(0, response.getPendingNumRequested());
        if (outstanding <= MOST / 2) {
            ask(MOST - outstanding);
        }
    }

    @Override
    public void onError(Throwable ended) {
        requests = null;
        PubSubFailure failure = PubSubFailure.of(ended);
        if (failure.isDenied()) {
            LOG.warn(
                    "no change events object={} reason=\"{}\"",
                    object,
                    PubSubFailure.denied(object, failure.reason()));
            return;
        }
        if (failure.wantsLogin() && session != null) {
            login.ended(session);
        }
        if (failure.wantsLogin() && failures == 0) {
            failures++;
            open(); // sessions end: the next one is tried at once
            return;
        }
        if (failure.code() == Status.Code.UNAVAILABLE) {
            client.hangUp(); // else gRPC would go on looking for the host, with a stack trace
            // each time
        }
        again(failure.unheard(client.address()));
    }

    @Override
    public void onCompleted() {
        requests = null;
        again("the server has ended it");
    }

    private void again(String reason) {
        failures = System.nanoTime() - opened > WHILE ? 1 : failures + 1;
        Duration wait = BACKOFF.after(failures);
        if (failures == MANY) {
            LOG.warn("no change events object={} reason=\"{}\"", object, reason);
        } else {
            LOG.debug("no change events object={} reason=\"{}\"", object, reason);
        }
        client.later(wait, this::open);
    }
}
