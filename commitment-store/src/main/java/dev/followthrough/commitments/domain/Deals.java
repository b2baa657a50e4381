package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** Which account an entry of the directory concerns, and an account's deals. */
public final class Deals {
    private Deals() {}

    /** The account whose ledger uses this entry; none for people, channels and loose deals. */
    public static @Nullable AccountId account(DirectoryEntry entry) {
        return switch (entry) {
            case DirectoryEntry.Account account -> account.id();
            case DirectoryEntry.Deal deal -> deal.account();
            case DirectoryEntry.Person person -> null;
            case DirectoryEntry.Channel channel -> null;
        };
    }

    /** Those of these that are the account's. */
    static List<DirectoryEntry.Deal> of(Tables tables, AccountId account, Set<DealId> deals) {
        return deals.stream()
                .sorted()
                .map(deal -> tables.get(Table.DEALS, new At(account).key("deal:" + deal)))
                .filter(DirectoryEntry.Deal.class::isInstance)
                .map(DirectoryEntry.Deal.class::cast)
                .toList();
    }

    /** Whether the account has just one. */
    static boolean isLone(Tables tables, AccountId account) {
        String first = new At(account).key("deal:");
        return tables.range(Table.DEALS, first, first + '\u007f', Tables.Direction.FORWARD, 2)
                        .size()
                == 1;
    }

    static List<DirectoryEntry.Deal> of(Tables tables, AccountId account) {
        return tables.below(Table.DEALS, new At(account).below()).stream()
                .map(Row::value)
                .filter(DirectoryEntry.Deal.class::isInstance)
                .map(DirectoryEntry.Deal.class::cast)
                .toList();
    }
}
