package dev.followthrough.extract;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.extract.contract.ContractReader;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.ContractRule;
import dev.followthrough.extract.rules.Example;
import dev.followthrough.extract.rules.Rule;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.time.BusinessCalendar;
import dev.followthrough.extract.time.TimeContext;
import dev.followthrough.extract.time.TimeGrammar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Tries rules on their own examples: said by Ben to Ana on a Monday, after what Ana said. Rules and
 * flags alone decide whether a rule fires, so no model is asked.
 */
final class Examples {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Party BEN = person("Ben Ott", "ben@ours.example");
    private static final Party ANA = person("Ana Ruiz", "ana@buyer.example");

    private static final TimeGrammar TIMES = TimeGrammar.english();

    private final Extractor extractor;

    private Examples(RuleSet rules) {
        this.extractor = new Setup(rules, Judge.rulesOnly(), BusinessCalendar.PLAIN).extractor();
    }

    /** Tries every example of a company's own rules; throws at the first that is broken. */
    static void check(RuleSet rules) {
        if (rules.own().isEmpty() && rules.contract().own().isEmpty()) {
            return;
        }
        Examples examples = new Examples(rules);
        for (Rule rule : rules.own()) {
            rule.matches().forEach(e -> mustFire(rule.id(), e, examples.found(rule, e)));
            rule.doesNotMatch().forEach(e -> mustNotFire(rule.id(), e, examples.found(rule, e)));
        }
        for (ContractRule rule : rules.contract().own()) {
            ContractReader reader = new ContractReader(rules.contract().only(rule));
            rule.matches().forEach(e -> mustFire(rule.id(), e, facts(reader, e)));
            rule.doesNotMatch().forEach(e -> mustNotFire(rule.id(), e, facts(reader, e)));
        }
    }

    /** The quotes that a contract rule takes from the example. */
    static List<String> facts(ContractReader reader, Example example) {
        Signal signal = said("example", BEN, ANA, 0, example.text());
        TimeContext clock = TimeContext.of(signal.saidAt(), signal.zone());
        return reader.read(signal, () -> TIMES.find(signal.text(), clock)).stream()
                .map(fact -> fact.evidence().quote())
                .toList();
    }

    private static void mustFire(String rule, Example example, List<String> found) {
        if (!found.contains(example.quote())) {
            throw example.fault(
                    "rule '"
                            + rule
                            + "' must find '"
                            + example.quote()
                            + "' in its example, found "
                            + (found.isEmpty() ? "nothing" : found));
        }
    }

    private static void mustNotFire(String rule, Example example, List<String> found) {
        if (!found.isEmpty()) {
            throw example.fault(
                    "rule '" + rule + "' must find nothing in its counter-example, found " + found);
        }
    }

    /** The clauses of the example on which the rule fires. */
    private List<String> found(Rule rule, Example example) {
        Context context =
                example.before().isEmpty()
                        ? Context.EMPTY
                        : new Context(
                                List.of(said("before", ANA, BEN, -60, example.before())), null);
        Signal signal = said("example", BEN, ANA, 0, example.text());
        TimeContext clock = TimeContext.of(signal.saidAt(), signal.zone());
        return extractor.scene(signal, context, clock).units().stream()
                .filter(unit -> unit.rules().contains(rule))
                .map(unit -> quote(unit, example.text()))
                .toList();
    }

    private static String quote(Unit unit, String text) {
        return text.substring(unit.clause().start(), unit.clause().end());
    }

    private static Party person(String name, String email) {
        return new Party("mail:" + email, name, email, Side.UNKNOWN);
    }

    private static Signal said(String id, Party author, Party hearer, long later, String text) {
        return new Signal(
                new SignalId(id),
                0,
                false,
                SignalKind.CHAT,
                Source.EVENT,
                new ConversationId("examples"),
                null,
                MONDAY.plusSeconds(later),
                ZoneOffset.UTC,
                author,
                List.of(hearer),
                null,
                null,
                text,
                null,
                List.of(),
                List.of(new Place(0, id)),
                Facts.NONE);
    }
}
