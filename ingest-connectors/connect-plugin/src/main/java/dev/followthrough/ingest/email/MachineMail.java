package dev.followthrough.ingest.email;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells mail that a machine wrote: nobody promises anything in an absence notice or a bounce. */
final class MachineMail {
    private static final Set<String> PRECEDENCES =
            Set.of("bulk", "junk", "auto_reply", "auto-reply");
    private static final List<String> MARKS =
            List.of(
                    "X-Autoreply",
                    "X-Autorespond",
                    "X-Auto-Reply",
                    "X-Failed-Recipients",
                    "Feedback-ID",
                    "X-Campaign-Id");

    private MachineMail() {}

    static boolean is(MailHeaders headers, MailParts parts) {
        String submitted = lower(headers.first("Auto-Submitted"));
        boolean automatic = !submitted.isEmpty() && !submitted.startsWith("no");
        boolean bulk = PRECEDENCES.contains(lower(headers.first("Precedence")));
        return parts.isReport() || automatic || bulk || MARKS.stream().anyMatch(headers::has);
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
