package dev.followthrough.benchmarks;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The bundled deal once more, with a customer of its own: another account, deal, domain, channels
 * and people. Our people are the same in every copy.
 *
 * @param number tells copies apart
 */
record Copy(int number) {
    private static final String CUSTOMER = "brackenridge";

    DirectoryEntry of(DirectoryEntry entry) {
        return switch (entry) {
            case DirectoryEntry.Account a ->
                    new DirectoryEntry.Account(
                            account(a.id()),
                            text(a.name()),
                            a.domains().stream().map(this::text).toList(),
                            a.tier(),
                            a.owner());
            case DirectoryEntry.Deal d ->
                    new DirectoryEntry.Deal(
                            deal(d.id()),
                            text(d.name()),
                            d.account() == null ? null : account(d.account()),
                            d.stage(),
                            d.closedAt(),
                            d.owner());
            case DirectoryEntry.Person p when isOurs(p.party()) -> p;
            case DirectoryEntry.Person p ->
                    new DirectoryEntry.Person(
                            party(p.party()),
                            p.aliases().stream().map(alias -> name(text(alias))).toList(),
                            p.title(),
                            p.account() == null ? null : account(p.account()),
                            p.zone());
            case DirectoryEntry.Channel c ->
                    new DirectoryEntry.Channel(
                            conversation(c.conversation()),
                            text(c.name()),
                            c.shared(),
                            c.account() == null ? null : account(c.account()),
                            c.deal() == null ? null : deal(c.deal()),
                            c.members());
        };
    }

    Signal of(Signal s) {
        return of(s, s.id().value(), s.conversation().value(), s.text());
    }

    /** Another signal of this customer's, with these words. */
    Signal saying(Signal s, String name, String text) {
        return of(s, s.id().value() + "/" + name, s.conversation().value() + "/" + name, text);
    }

    private Signal of(Signal s, String id, String conversation, String text) {
        return new Signal(
                new SignalId(id + suffix()),
                s.revision(),
                s.deleted(),
                s.kind(),
                s.source(),
                conversation(new ConversationId(conversation)),
                s.replyTo() == null ? null : new SignalId(s.replyTo().value() + suffix()),
                s.saidAt(),
                s.zone(),
                party(s.author()),
                s.audience().stream().map(this::party).toList(),
                s.account() == null ? null : account(s.account()),
                s.deal() == null ? null : deal(s.deal()),
                text(text),
                s.quoted(),
                List.of(),
                List.of(new Place(0, id + suffix())),
                facts(s.facts()));
    }

    private Facts facts(Facts facts) {
        SignalId target = facts.target();
        return target == null
                ? facts
                : new Facts(
                        facts.taskStatus(),
                        facts.taskDue(),
                        facts.assignee(),
                        facts.attachments(),
                        facts.reaction(),
                        new SignalId(target.value() + suffix()));
    }

    private static boolean isOurs(Party party) {
        return party.email() == null || !party.email().contains(CUSTOMER);
    }

    private Party party(Party party) {
        String email = party.email();
        return email == null || isOurs(party)
                ? party
                : new Party("mail:" + text(email), name(party.name()), text(email), party.side());
    }

    /** People of different customers have different names. */
    private String name(@Nullable String name) {
        return name == null || name.contains("@") ? String.valueOf(name) : name + number;
    }

    /** The source's own association is an id or a domain. */
    private AccountId account(AccountId id) {
        return new AccountId(
                id.value().contains(CUSTOMER) ? text(id.value()) : id.value() + suffix());
    }

    private DealId deal(DealId id) {
        return new DealId(id.value() + suffix());
    }

    private ConversationId conversation(ConversationId id) {
        return new ConversationId(id.value() + suffix());
    }

    private String suffix() {
        return "/copy-" + number;
    }

    private String text(@Nullable String text) {
        String said = text == null ? "" : text;
        return said.replace(CUSTOMER, CUSTOMER + number)
                .replace("Brackenridge", "Brackenridge" + number);
    }
}
