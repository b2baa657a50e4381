package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * Somebody who speaks, hears, is asked or owns.
 *
 * @param id the source's own id ({@code slack:T1/U1}, {@code mail:ana@a.example}, {@code
 *     meeting:m1/Ana}); never empty
 * @param name as the source shows it, where it does
 * @param email lower case, where known: what joins one person across sources
 * @param side the source's hint; in readings and later records the resolved side
 */
public record Party(String id, @Nullable String name, @Nullable String email, Side side) {
    public Party {
        Check.text("party id", id);
        email = email == null || email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT);
        name = name == null || name.isBlank() ? null : name.strip();
        side = side == null ? Side.UNKNOWN : side;
    }

    public Party on(Side resolved) {
        return new Party(id, name, email, resolved);
    }

    /** What a person would be called in a message: name, else address, else id. */
    public String label() {
        return name != null ? name : email != null ? email : id;
    }

    /** Whether both are the same person: same address where both have one, else same id. */
    public boolean isSamePersonAs(Party other) {
        return email != null && other.email != null
                ? email.equals(other.email)
                : id.equals(other.id);
    }
}
