package dev.followthrough.ingest.pull.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** As much of a mail server as takes XOAUTH2, with one token that is good; GreenMail knows none. */
final class BearerServer implements AutoCloseable {
    private final ServerSocket listening;
    private final String good;

    BearerServer(String good) throws IOException {
        this.good = good;
        this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "bearer-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                serve(socket);
            } catch (IOException e) {
                // The client has gone, or the test is over.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        PrintStream out =
                new PrintStream(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
        out.print("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready\r\n");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String tag = line.substring(0, line.indexOf(' '));
            if (line.contains("AUTHENTICATE XOAUTH2 ")) {
                authenticate(line.substring(line.lastIndexOf(' ') + 1), tag, in, out);
            } else if (line.contains("CAPABILITY")) {
                out.print("* CAPABILITY IMAP4rev1\r\n" + tag + " OK done\r\n");
            } else {
                out.print(tag + " OK done\r\n");
            }
        }
    }

    private void authenticate(String response, String tag, BufferedReader in, PrintStream out)
            throws IOException {
        String said = new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8);
        if (said.equals("user=ana@ours.example\u0001auth=Bearer " + good + "\u0001\u0001")) {
            out.print(tag + " OK welcome\r\n");
        } else {
            // The challenge holds the reason; the client answers with anything.
            out.print("+ eyJzdGF0dXMiOiI0MDAifQ==\r\n");
            in.readLine();
            out.print(tag + " NO AUTHENTICATE failed.\r\n");
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
