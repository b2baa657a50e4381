package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** Rule 6 word for word, over all mentions at once and without stores. */
final class Definition {
    private Definition() {}

    static Map<String, Bond> bonds(Tables tables, AccountId account) {
        NavigableMap<String, Mention> all = new TreeMap<>();
        tables.below(Table.MENTIONS, new At(account).below())
                .forEach(row -> all.put(row.value().order(), row.value()));
        Map<String, Bond> byOrder = new TreeMap<>();
        Map<String, Bond> byKey = new TreeMap<>();
        all.forEach(
                (order, mention) -> {
                    Bond bond = bond(account, mention, all.headMap(order, false), byOrder);
                    byOrder.put(order, bond);
                    byKey.put(Json.text(new At(account).key(order)), bond);
                });
        return byKey;
    }

    private static Bond bond(
            AccountId account,
            Mention mention,
            NavigableMap<String, Mention> earlier,
            Map<String, Bond> bonds) {
        Bond best = Bond.root(mention.order());
        for (Block block : Blocks.of(account, mention)) {
            for (Mention candidate : newest(account, block, earlier)) {
                int likeness = Likeness.of(mention, candidate);
                boolean better =
                        likeness > best.likeness()
                                || likeness == best.likeness()
                                        && best.parent() != null
                                        && candidate.order().compareTo(best.parent()) > 0;
                if (likeness >= Likeness.THRESHOLD && better) {
                    Bond parent = Objects.requireNonNull(bonds.get(candidate.order()));
                    best = new Bond(candidate.order(), likeness, parent.root());
                }
            }
        }
        return best;
    }

    private static List<Mention> newest(
            AccountId account, Block block, NavigableMap<String, Mention> earlier) {
        List<Mention> found = new ArrayList<>();
        for (Mention each : earlier.descendingMap().values()) {
            boolean in =
                    Blocks.of(account, each).stream()
                            .anyMatch(b -> b.prefix().equals(block.prefix()));
            if (in && found.size() < block.window()) {
                found.add(each);
            }
        }
        return found;
    }
}
