package dev.followthrough.extract.contract;

import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.contracts.model.ContractFact.Value;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.rules.ContractRules;
import dev.followthrough.extract.rules.ContractRules.Found;
import dev.followthrough.extract.rules.Slot;
import dev.followthrough.extract.rules.Subject;
import dev.followthrough.extract.text.Ordered;
import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds what a text says about the contract itself. Only sentences with a word of some rule are cut
 * into tokens, and none is tagged: most mail costs one look at its letters. Linear; not
 * thread-safe.
 */
public final class ContractReader {
    /** Words beside a length that say that it comes again and again. */
    private static final Set<String> AGAIN =
            Set.of(
                    "successive",
                    "consecutive",
                    "subsequent",
                    "periods",
                    "terms",
                    "years",
                    "renewals",
                    "thereafter",
                    "each",
                    "annually");

    private static final Set<String> SERIES = Set.of("periods", "terms", "renewals", "extensions");

    /** How far beside a length such a word may stand. */
    private static final int BESIDE = 4;

    private final ContractRules rules;
    private final Subject subject;

    public ContractReader(ContractRules rules) {
        this.rules = rules;
        this.subject = rules.subject();
    }

    /**
     * Facts in the order of their spans.
     *
     * @param times of the text in their order, asked for only where a rule may fire
     */
    public List<ContractFact> read(Signal signal, Supplier<List<TimeExpression>> times) {
        String text = signal.text();
        if (!rules.mayFire(text, 0, text.length())) {
            return List.of();
        }
        List<TimeExpression> found = times.get();
        List<Fact> facts = new ArrayList<>();
        for (List<Token> tokens :
                TextReader.untagged(text, ContractRules.LONGEST, rules::mayFire)) {
            facts.addAll(in(tokens, within(tokens, found)));
        }
        facts.sort(Comparator.comparingInt(Fact::start).thenComparingInt(Fact::end));
        List<ContractFact> records = new ArrayList<>();
        for (Fact fact : facts) {
            records.add(fact.record(signal, records.size()));
        }
        return records;
    }

    /** A fact that has no number yet. */
    private record Fact(Found found, @Nullable Value value, int start, int end) {
        ContractFact record(Signal signal, int number) {
            Evidence evidence =
                    new Evidence(
                            signal.text().substring(start, end),
                            start,
                            end,
                            signal.id(),
                            signal.revision(),
                            number,
                            signal.refAt(start),
                            signal.author(),
                            signal.saidAt(),
                            found.rule().id());
            return new ContractFact(
                    evidence, found.rule().confidence(), found.rule().kind(), value);
        }
    }

    private List<Fact> in(List<Token> tokens, List<TimeExpression> times) {
        List<Valued> values = new ArrayList<>();
        List<Found> found =
                rules.find(
                        subject,
                        tokens,
                        () -> {
                            values.addAll(values(tokens, times));
                            return values.stream().map(Valued::slot).toList();
                        });
        List<Fact> facts = new ArrayList<>();
        for (Found each : found) {
            int start = tokens.get(each.from()).start();
            int end = tokens.get(each.to() - 1).end();
            facts.add(new Fact(each, value(each, values, tokens), start, end));
        }
        return facts;
    }

    private static List<Valued> values(List<Token> tokens, List<TimeExpression> times) {
        if (times.isEmpty() && !mayHoldValue(tokens)) {
            return List.of();
        }
        List<Valued> values = new ArrayList<>(Lengths.in(tokens));
        values.addAll(new Dates(tokens).in(times));
        values.addAll(new Amounts(tokens).in(values));
        return values;
    }

    /** Every length, date and amount has such a word, or is a time. */
    private static boolean mayHoldValue(List<Token> tokens) {
        for (Token token : tokens) {
            if (Numbers.mayBegin(token.lower()) || Lengths.isOfTime(token.lower())) {
                return true;
            }
        }
        return false;
    }

    private static List<TimeExpression> within(List<Token> tokens, List<TimeExpression> times) {
        int start = tokens.get(0).start();
        int end = tokens.get(tokens.size() - 1).end();
        return Ordered.between(start, end, times, TimeExpression::start);
    }

    private static @Nullable Value value(Found found, List<Valued> values, List<Token> tokens) {
        Slot slot = found.slot();
        if (slot == null) {
            return found.rule().openEnded() ? new Value.OpenEnded() : null;
        }
        Value value =
                values.stream()
                        .filter(v -> v.slot().equals(slot))
                        .findFirst()
                        .orElseThrow()
                        .value();
        boolean again =
                value instanceof Value.Length
                        && found.rule().kind() == ContractFact.Kind.AUTO_RENEWAL
                        && isSeries(tokens, found.from(), slot);
        return again && value instanceof Value.Length length
                ? new Value.Length(length.amount(), length.unit(), true)
                : value;
    }

    private static boolean isSeries(List<Token> tokens, int from, Slot slot) {
        for (int i = Math.max(0, from - BESIDE); i < slot.from(); i++) {
            if (AGAIN.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        for (int i = slot.to(); i < Math.min(tokens.size(), slot.to() + BESIDE); i++) {
            if (SERIES.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
