package dev.followthrough.ingest.pull.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and breaks every second connection within an answer, so many times. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int to;
    private final Random random;
    private final AtomicInteger cutsLeft;
    private final AtomicInteger cuts = new AtomicInteger();
    private int connections;

    CuttingProxy(int to, int cuts, long seed) throws IOException {
        this.to = to;
        this.random = new Random(seed);
        this.cutsLeft = new AtomicInteger(cuts);
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
                boolean cut = connections++ % 2 == 0 && cutsLeft.getAndDecrement() > 0;
                int after = cut ? 400 + random.nextInt(40_000) : Integer.MAX_VALUE;
                daemon(() -> pump(client, server, Integer.MAX_VALUE));
                daemon(() -> pump(server, client, after));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pump(Socket from, Socket to, int most) {
        byte[] buffer = new byte[4096];
        int left = most;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            while (left > 0) {
                int read = in.read(buffer, 0, Math.min(buffer.length, left));
                if (read < 0) {
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
                left -= read;
            }
            cuts.incrementAndGet();
        } catch (IOException e) {
            // The other side has gone.
        }
    }

    private static void daemon(Runnable what) {
        Thread thread = new Thread(what, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
