package dev.followthrough.ingest.salesforce;

import org.jspecify.annotations.Nullable;

/**
 * Ids of 15 characters differ by case alone; the same id with 18 does not. Everything is named by
 * the long form.
 */
final class SalesforceId {
    static final String ACCOUNT = "001";
    static final String CONTACT = "003";
    static final String USER = "005";
    static final String OPPORTUNITY = "006";
    static final String LEAD = "00Q";

    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int CHUNK = 5;
    private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private SalesforceId() {}

    /** The long form; null where the text is no id. */
    static @Nullable String of(@Nullable String text) {
        boolean valid =
                text != null
                        && (text.length() == SHORT || text.length() == LONG)
                        && text.chars().allMatch(SalesforceId::isLetterOrDigit);
        return text == null || !valid ? null : text.length() == LONG ? text : lengthened(text);
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /** One more character for each five: which of them are capitals. */
    private static String lengthened(String id) {
        StringBuilder all = new StringBuilder(id);
        for (int chunk = 0; chunk < SHORT; chunk += CHUNK) {
            int capitals = 0;
            for (int i = 0; i < CHUNK; i++) {
                char c = id.charAt(chunk + i);
                capitals |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            all.append(CHECK.charAt(capitals));
        }
        return all.toString();
    }

    /** Whether an id is of a kind of object, which its first three characters tell. */
    static boolean is(String kind, @Nullable String id) {
        return id != null && id.startsWith(kind);
    }
}
