package dev.followthrough.extract.rules;

import java.nio.charset.StandardCharsets;

/**
 * A file of rules and lexicons, read and not yet understood.
 *
 * @param name what faults call it
 */
public record RuleFile(String name, String content) {
    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
