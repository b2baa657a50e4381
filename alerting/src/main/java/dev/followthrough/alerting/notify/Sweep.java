package dev.followthrough.alerting.notify;

import dev.followthrough.alerting.domain.Versions;
import dev.followthrough.contracts.model.Delivery;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which copies of one message stay and go. Two notifiers that see the same copies decide the same:
 * of one attempt the earliest stays; of an earlier attempt nothing stays that does not read as
 * resolved.
 *
 * @param keep the copy that stays, where it was seen
 * @param surplus ids of the copies to delete
 */
record Sweep(Outlet.@Nullable Copy keep, List<String> surplus) {
    Sweep {
        surplus = List.copyOf(surplus);
    }

    static Sweep of(Delivery stands, List<Outlet.Copy> copies) {
        Attempt attempt = Attempt.parse(stands.attempt());
        List<Outlet.Copy> same = new ArrayList<>();
        Set<String> surplus = new TreeSet<>();
        for (Outlet.Copy copy : copies) {
            Attempt other = Attempt.parse(copy.attempt());
            if (other.equals(attempt)) {
                same.add(copy);
            } else if (other.of().equals(attempt.of())
                    && other.number() < attempt.number()
                    && !Versions.isResolved(copy.version())) {
                surplus.add(copy.posted());
            }
        }
        List<String> ids = new ArrayList<>(same.stream().map(Outlet.Copy::posted).toList());
        if (stands.posted() != null) {
            ids.add(stands.posted());
        }
        ids.stream()
                .sorted()
                .skip(1)
                .filter(id -> !id.equals(Collections.min(ids)))
                .forEach(surplus::add);
        return new Sweep(
                same.stream()
                        .filter(copy -> copy.posted().equals(Collections.min(ids)))
                        .findFirst()
                        .orElse(null),
                List.copyOf(surplus));
    }
}
