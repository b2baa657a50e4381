package dev.followthrough.service.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Whether an address to bind can be reached from this machine only. */
final class Loopback {
    private static final Pattern LITERAL =
            Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[?::1]?");

    private Loopback() {}

    static boolean is(String host) {
        if (host.equals("localhost") || LITERAL.matcher(host).matches()) {
            return true;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
