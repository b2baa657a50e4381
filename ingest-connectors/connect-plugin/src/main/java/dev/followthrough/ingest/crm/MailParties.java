package dev.followthrough.ingest.crm;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** People of a mail that a CRM keeps, named by their address as in the mail itself. Pure. */
public final class MailParties {
    /** RFC 5321: 64 before the sign, 255 behind it. */
    private static final int LONGEST_ADDRESS = 320;

    private static final int LONGEST_NAME = 200;

    private MailParties() {}

    /** {@code Ana Lima <ana@a.example>}, or the bare address; null where there is none. */
    public static @Nullable Party of(String printed, Side side) {
        int open = printed.lastIndexOf('<');
        int close = printed.indexOf('>', Math.max(0, open));
        if (open < 0 || close < 0) {
            return of(printed, null, side);
        }
        String name = printed.substring(0, open).replace("\"", "").strip();
        return of(printed.substring(open + 1, close), name, side);
    }

    /**
     * @param name as shown; null or blank where none is
     */
    public static @Nullable Party of(String address, @Nullable String name, Side side) {
        String bare = address.strip().toLowerCase(Locale.ROOT);
        int at = bare.indexOf('@');
        boolean valid =
                at > 0
                        && at < bare.length() - 1
                        && bare.length() <= LONGEST_ADDRESS
                        && bare.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>');
        return valid ? new Party("mail:" + bare, bounded(name), bare, side) : null;
    }

    private static @Nullable String bounded(@Nullable String name) {
        return name != null && name.length() > LONGEST_NAME
                ? name.substring(0, LONGEST_NAME)
                : name;
    }
}
