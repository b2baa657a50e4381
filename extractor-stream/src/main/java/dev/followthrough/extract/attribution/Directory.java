package dev.followthrough.extract.attribution;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.DirectoryEntry;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What is known about the world, by term ({@link Terms}). A look-up may be recorded, so ask only
 * for what decides.
 *
 * <p>Answers are in the order of entities' ids: equal directories give equal answers.
 */
public interface Directory {
    /**
     * The entries that carry a term, without duplicates, ordered by {@link
     * DirectoryEntry#entity()}.
     */
    Collection<DirectoryEntry> find(String term);

    /** People with a term. */
    default List<DirectoryEntry.Person> people(String term) {
        return find(term).stream()
                .filter(DirectoryEntry.Person.class::isInstance)
                .map(DirectoryEntry.Person.class::cast)
                .toList();
    }

    /** Accounts with a term. */
    default List<DirectoryEntry.Account> accounts(String term) {
        return find(term).stream()
                .filter(DirectoryEntry.Account.class::isInstance)
                .map(DirectoryEntry.Account.class::cast)
                .toList();
    }

    /** The deals of an account, ordered by id. */
    default List<DirectoryEntry.Deal> dealsOf(AccountId account) {
        return find(Terms.dealsOf(account)).stream()
                .filter(DirectoryEntry.Deal.class::isInstance)
                .map(DirectoryEntry.Deal.class::cast)
                .sorted(Comparator.comparing(DirectoryEntry.Deal::id))
                .toList();
    }
}
