package dev.followthrough.ingest.pull.salesforce;

import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;

import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.MetadataUtils;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The Pub/Sub API. It is asked, and answers, on one thread; threads are its own, so that none
 * outlives the task. Thread-safe.
 */
final class PubSubClient implements AutoCloseable {
    /**
     * Salesforce says something every 270 s: who is silent for longer is asked whether it lives.
     */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final Duration END = Duration.ofMillis(300);
    private static final String THREADS = "followthrough-salesforce-pubsub";

    private final PubSubAddress address;
    private final Duration patience;
    private final ScheduledThreadPoolExecutor thread;
    private final ThreadPoolExecutor sockets;
    private final ManagedChannel channel;

    /**
     * Asks nothing yet.
     *
     * @param patience how long an answer is waited for, where one must come
     */
    PubSubClient(PubSubAddress address, Duration patience) {
        this(
                address,
                patience,
                address.isLoopback()
                        ? InsecureChannelCredentials.create()
                        : TlsChannelCredentials.create());
    }

    PubSubClient(PubSubAddress address, Duration patience, ChannelCredentials credentials) {
        this.address = address;
        this.patience = patience;
        // What is left to do once it is closed is dropped.
        this.thread =
                new ScheduledThreadPoolExecutor(
                        1, daemon(THREADS), new ThreadPoolExecutor.DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
        this.sockets =
                new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        10,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        daemon(THREADS + "-socket"),
                        new ThreadPoolExecutor.DiscardPolicy());
        this.channel =
                OkHttpChannelBuilder.forTarget("dns:///" + address, credentials)
                        .executor(thread)
                        .scheduledExecutorService(thread)
                        .transportExecutor(sockets)
                        .offloadExecutor(sockets)
                        .keepAliveTime(SILENCE.toSeconds(), TimeUnit.SECONDS)
                        .disableRetry()
                        .userAgent("followthrough")
                        .build();
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    PubSubAddress address() {
        return address;
    }

    Duration patience() {
        return patience;
    }

    /** Lets go of a connection that is broken or does not come about: the next call makes one. */
    void hangUp() {
        channel.enterIdle();
    }

    /** Runs it on the thread of the answers, after a while; never once this is closed. */
    void later(Duration wait, Runnable work) {
        Future<?> unused =
                thread.schedule(
                        () -> thread.execute(work), // a fault is not kept in the future, unseen
                        wait.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /**
     * Calls whose answers come on that thread.
     *
     * @throws StatusRuntimeException where the host is not known
     */
    PubSubGrpc.PubSubStub calls(SalesforceLogin.Session session) {
        knowHost();
        return PubSubGrpc.newStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(session)));
    }

    /**
     * Waits for what the user may do with a topic.
     *
     * @throws StatusRuntimeException where that is not said
     */
    TopicInfo topic(SalesforceLogin.Session session, String name) {
        knowHost();
        return PubSubGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(session)))
                .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                .getTopic(TopicRequest.newBuilder().setTopicName(name).build());
    }

    /**
     * Of a name that nobody knows gRPC would log a stack trace. Behind a proxy it is the proxy's.
     */
    private void knowHost() {
        ProxySelector proxies = ProxySelector.getDefault();
        URI there = URI.create("https://" + address);
        if (proxies == null || proxies.select(there).equals(List.of(Proxy.NO_PROXY))) {
            try {
                InetAddress unused = InetAddress.getByName(address.host());
            } catch (UnknownHostException e) {
                throw Status.UNAVAILABLE.withCause(e).asRuntimeException();
            }
        }
    }

    private static Metadata headers(SalesforceLogin.Session session) {
        Metadata headers = new Metadata();
        put(headers, "accesstoken", session.token());
        put(headers, "instanceurl", session.instance().toString());
        put(headers, "tenantid", session.org());
        return headers;
    }

    private static void put(Metadata headers, String name, String value) {
        headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
    }

    /** Ends calls, connections and threads. */
    @Override
    public void close() {
        thread.shutdownNow();
        channel.shutdownNow();
        try {
            channel.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sockets.shutdownNow();
    }
}
