package dev.followthrough.ingest.pull.imap;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Keeps hold of the socket below a connection, below TLS too: the protocol layer cannot be closed
 * while a thread waits in it.
 */
final class OpenSocket extends SocketFactory implements AutoCloseable {
    private volatile @Nullable Socket socket;

    @Override
    public Socket createSocket() {
        Socket made = new Socket();
        socket = made;
        return made;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return kept(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return kept(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return kept(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return kept(new Socket(host, port, local, localPort));
    }

    private Socket kept(Socket made) {
        socket = made;
        return made;
    }

    /** Whoever waits for the server gets an error at once. */
    @Override
    public void close() {
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                socket = null; // broken already
            }
        }
    }
}
