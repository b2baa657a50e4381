package dev.followthrough.ingest.pull.salesforce;

import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;

import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpServerBuilder;
import io.grpc.stub.StreamObserver;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The Pub/Sub API on a loopback port: takes only the org's open sessions, and gives no more events
 * than were asked for.
 */
final class EventBus implements AutoCloseable {
    private static final int MOST = 100;

    private final Predicate<String> isOpen;
    private volatile boolean takesAny = true;
    private final Map<String, Status> refused = new ConcurrentHashMap<>();
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final List<String> callers = new CopyOnWriteArrayList<>();
    private final List<FetchRequest> requests = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "bus-timer"));
    private final ExecutorService threads =
            Executors.newCachedThreadPool(work -> new Thread(work, "bus"));
    private final Server server;

    private EventBus(Predicate<String> isOpen, int port, ServerCredentials credentials) {
        this.isOpen = isOpen;
        this.server =
                OkHttpServerBuilder.forPort(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                                credentials)
                        .executor(threads)
                        .transportExecutor(threads)
                        .scheduledExecutorService(timer)
                        .addService(new Service())
                        .intercept(new Door())
                        .build();
    }

    static EventBus start(Predicate<String> isOpen) {
        return start(isOpen, 0, InsecureServerCredentials.create());
    }

    static EventBus start(Predicate<String> isOpen, int port, ServerCredentials credentials) {
        try {
            EventBus bus = new EventBus(isOpen, port, credentials);
            bus.server.start();
            return bus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    String address() {
        return "127.0.0.1:" + port();
    }

    /** From now on this object's topic is refused. */
    EventBus refusing(String object, Status with) {
        refused.put(ChangeStream.topic(object), with);
        return this;
    }

    /** From now on no session is good enough. */
    void takingNobody() {
        takesAny = false;
    }

    /** So many changes of an object at once. */
    void emit(String object, int number) {
        of(object).forEach(each -> each.give(number));
    }

    /** What the server sends where nothing has changed for long. */
    void showLife() {
        subscribers.forEach(each -> each.give(0));
    }

    /** Ends all streams. */
    void end(Status with) {
        subscribers.forEach(each -> each.end(with));
    }

    List<Subscriber> of(String object) {
        return subscribers.stream()
                .filter(each -> ChangeStream.topic(object).equals(each.topic))
                .toList();
    }

    /** Token, instance and org of each call. */
    List<String> callers() {
        return callers;
    }

    List<FetchRequest> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
        threads.shutdownNow();
    }

    /** Who may call. */
    private final class Door implements ServerInterceptor {
        @Override
        public <A, B> ServerCall.Listener<A> interceptCall(
                ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
            String token = header(headers, "accesstoken");
            callers.add(
                    token
                            + " "
                            + header(headers, "instanceurl")
                            + " "
                            + header(headers, "tenantid"));
            if (takesAny && isOpen.test(token)) {
                return next.startCall(call, headers);
            }
            call.close(Status.UNAUTHENTICATED, new Metadata());
            return new ServerCall.Listener<>() {};
        }

        private static String header(Metadata headers, String name) {
            return String.valueOf(
                    headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
        }
    }

    private final class Service extends PubSubGrpc.PubSubImplBase {
        @Override
        public StreamObserver<FetchRequest> subscribe(StreamObserver<FetchResponse> responses) {
            return new Subscriber(responses);
        }

        @Override
        public void getTopic(TopicRequest request, StreamObserver<TopicInfo> answer) {
            Status refusal = refused.get(request.getTopicName());
            if (refusal != null && !refusal.isOk()) {
                answer.onError(refusal.asRuntimeException());
                return;
            }
            answer.onNext(
                    TopicInfo.newBuilder()
                            .setTopicName(request.getTopicName())
                            .setCanSubscribe(refusal == null)
                            .build());
            answer.onCompleted();
        }
    }

    /** A stream. */
    final class Subscriber implements StreamObserver<FetchRequest> {
        private final StreamObserver<FetchResponse> responses;
        private @Nullable String topic;
        private int wanted;
        private int waiting;
        private int delivered;

        Subscriber(StreamObserver<FetchResponse> responses) {
            this.responses = responses;
        }

        synchronized int delivered() {
            return delivered;
        }

        @Override
        public synchronized void onNext(FetchRequest request) {
            requests.add(request);
            Status refusal = refused.get(request.getTopicName());
            if (refusal != null) {
                responses.onError(refusal.asRuntimeException());
                return;
            }
            wanted = Math.min(MOST, wanted + request.getNumRequested());
            if (topic == null) {
                topic = request.getTopicName();
                subscribers.add(this);
            } else if (waiting > 0) {
                give(0);
            }
        }

        /** In answers of 20 events or less; one at least. */
        synchronized void give(int number) {
            waiting += number;
            do {
                int now = Math.min(20, Math.min(wanted, waiting));
                wanted -= now;
                waiting -= now;
                delivered += now;
                FetchResponse.Builder response = FetchResponse.newBuilder();
                for (int i = 0; i < now; i++) {
                    response.addEvents(ConsumerEvent.getDefaultInstance());
                }
                responses.onNext(response.setPendingNumRequested(wanted).build());
            } while (wanted > 0 && waiting > 0);
        }

        void end(Status with) {
            subscribers.remove(this);
            try {
                responses.onError(with.asRuntimeException());
            } catch (StatusRuntimeException | IllegalStateException e) {
                // It had ended by itself.
            }
        }

        @Override
        public void onError(Throwable gone) {
            subscribers.remove(this);
        }

        @Override
        public void onCompleted() {
            subscribers.remove(this);
            responses.onCompleted();
        }
    }
}
