package dev.followthrough.extract.attribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mail domains that say nothing about a company. The list is data: {@code
 * attribution/free-mail.txt}.
 */
final class FreeMail {
    private static final Set<String> DOMAINS = load();

    private FreeMail() {}

    static boolean isFree(String domain) {
        return DOMAINS.contains(domain.toLowerCase(Locale.ROOT));
    }

    private static Set<String> load() {
        InputStream in =
                Objects.requireNonNull(
                        FreeMail.class.getResourceAsStream("/attribution/free-mail.txt"),
                        "attribution/free-mail.txt");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
