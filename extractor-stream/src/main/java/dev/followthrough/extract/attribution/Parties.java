package dev.followthrough.extract.attribution;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who a party is: its side, its address, its account. A pure function of the directory. */
final class Parties {
    private final Directory directory;

    Parties(Directory directory) {
        this.directory = directory;
    }

    /**
     * The party with the address and name that the directory knows for its id, and its side
     * resolved.
     */
    Party resolve(Party party) {
        Party known = party;
        if (party.email() == null) {
            List<DirectoryEntry.Person> same = directory.people(Terms.party(party.id()));
            if (same.size() == 1) {
                Party entry = same.get(0).party();
                known =
                        new Party(
                                party.id(),
                                party.name() != null ? party.name() : entry.name(),
                                entry.email(),
                                party.side());
            }
        }
        return known.on(side(known));
    }

    /** The directory's word first, then the domain's, then the source's hint. */
    private Side side(Party party) {
        if (party.email() == null) {
            return party.side();
        }
        for (DirectoryEntry.Person person : directory.people(Terms.email(party.email()))) {
            Side side = person.account() != null ? Side.CUSTOMER : person.party().side();
            if (side != Side.UNKNOWN) {
                return side;
            }
        }
        String domain = Terms.domainOf(party.email());
        if (domain == null || FreeMail.isFree(domain)) {
            return party.side();
        }
        if (!directory.find(Terms.ours(domain)).isEmpty()) {
            return Side.OURS;
        }
        return accountsAt(domain).isEmpty() ? party.side() : Side.CUSTOMER;
    }

    /** The accounts a party may speak for. */
    Set<AccountId> accounts(Party party) {
        Set<AccountId> accounts = new TreeSet<>();
        Party known = resolve(party);
        if (known.email() == null || known.side() == Side.OURS) {
            return accounts;
        }
        directory
                .people(Terms.email(known.email()))
                .forEach(
                        person -> {
                            if (person.account() != null) {
                                accounts.add(person.account());
                            }
                        });
        String domain = Terms.domainOf(known.email());
        if (accounts.isEmpty() && domain != null && !FreeMail.isFree(domain)) {
            accounts.addAll(accountsAt(domain));
        }
        return accounts;
    }

    /**
     * Accounts with this domain or one above it: {@code eu.buyer.example} belongs to {@code
     * buyer.example}.
     */
    private Set<AccountId> accountsAt(String domain) {
        Set<AccountId> accounts = new TreeSet<>();
        String rest = domain;
        while (accounts.isEmpty() && rest.indexOf('.') > 0) {
            directory.accounts(Terms.domain(rest)).forEach(account -> accounts.add(account.id()));
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return accounts;
    }

    /**
     * Who a name means, in a matter of this account: the one person of ours or of the account who
     * goes by it. Two such people, or none, is nobody.
     */
    @Nullable Party named(String name, AccountId account) {
        Party found = null;
        for (DirectoryEntry.Person person : directory.people(Terms.name(name))) {
            Party party = resolve(person.party());
            boolean near =
                    party.side() == Side.OURS
                            || account.equals(person.account())
                            || accounts(party).contains(account);
            if (near && found != null && !found.isSamePersonAs(party)) {
                return null;
            }
            found = near ? (found == null || found.email() == null ? party : found) : found;
        }
        return found;
    }
}
