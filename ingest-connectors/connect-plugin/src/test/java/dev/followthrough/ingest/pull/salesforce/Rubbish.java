package dev.followthrough.ingest.pull.salesforce;

import io.grpc.InsecureServerCredentials;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.okhttp.OkHttpServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Speaks gRPC, and answers with bytes that are no message of Protobuf. */
final class Rubbish {
    private static final String SERVICE = "eventbus.v1.PubSub";

    private Rubbish() {}

    static Server start() throws IOException {
        MethodDescriptor<byte[], byte[]> subscribe =
                MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                        .setType(MethodType.BIDI_STREAMING)
                        .setFullMethodName(SERVICE + "/Subscribe")
                        .build();
        return OkHttpServerBuilder.forPort(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        InsecureServerCredentials.create())
                .addService(
                        ServerServiceDefinition.builder(SERVICE)
                                .addMethod(
                                        subscribe,
                                        ServerCalls.asyncBidiStreamingCall(Rubbish::answer))
                                .build())
                .build()
                .start();
    }

    private static StreamObserver<byte[]> answer(StreamObserver<byte[]> to) {
        return new StreamObserver<>() {
            @Override
            public void onNext(byte[] request) {
                to.onNext(
                        "\u00ff\u00ff session-1 \u00ff\u00ff"
                                .getBytes(StandardCharsets.ISO_8859_1));
            }

            @Override
            public void onError(Throwable gone) {}

            @Override
            public void onCompleted() {}
        };
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
