package dev.followthrough.ingest.pull.salesforce;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of another kind: says the same to everybody, and keeps the line open. */
final class Telnet implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private final String words;

    Telnet(String words) throws IOException {
        this.words = words;
        Thread thread = new Thread(this::run, "telnet");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    private void run() {
        try {
            while (true) {
                Socket line = door.accept();
                lines.add(line);
                line.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                line.getOutputStream().flush();
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket line : lines) {
            line.close();
        }
    }
}
