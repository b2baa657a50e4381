package dev.followthrough.ingest.crm;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Mail domains out of what people type where a domain or a web page is asked for. Pure. */
public final class Domains {
    private Domains() {}

    /** Lower case, each once, in the order of the texts; several in one are told apart. */
    public static List<String> in(@Nullable String... texts) {
        List<String> domains = new ArrayList<>();
        Stream.of(texts)
                .filter(text -> text != null)
                .flatMap(text -> Stream.of(text.split("[;,\\s]+")))
                .map(Domains::bare)
                .filter(domain -> !domain.isEmpty() && !domains.contains(domain))
                .forEach(domains::add);
        return domains;
    }

    /** People type addresses of web pages where a domain is asked for. */
    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("/.*$", "");
    }
}
