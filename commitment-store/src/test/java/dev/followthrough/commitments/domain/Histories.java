package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random histories: few words, people and channels, so that much matches, ties and conflicts. */
public final class Histories {
    public static final List<AccountId> ACCOUNTS =
            List.of(Say.BUYER, new AccountId("unknown:c~1"), new AccountId("hubspot:company/2%"));
    public static final List<DirectoryEntry> DIRECTORY =
            List.of(
                    new DirectoryEntry.Account(
                            Say.BUYER, "Buyer", List.of("buyer.example"), "gold", Say.ANA),
                    deal("1"),
                    deal("2"));
    private static final List<Party> PEOPLE = List.of(Say.ANA, Say.BEN, Say.CLEO, Say.DAN);
    private static final List<String> WORDS =
            List.of(
                    "report",
                    "security",
                    "migration",
                    "invoice",
                    "contract",
                    "dashboard",
                    "training");
    private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");

    private final Random random;

    public Histories(long seed) {
        this.random = new Random(seed);
    }

    private static DirectoryEntry.Deal deal(String id) {
        return new DirectoryEntry.Deal(
                new DealId("hubspot:deal/" + id),
                "Deal " + id,
                Say.BUYER,
                DealStage.WON,
                FIRST,
                Say.ANA);
    }

    /** One step: the reading of a signal in an account is now this, or gone from there. */
    public record Step(AccountId account, SignalId signal, @Nullable Reading after) {}

    /** For each signal its own story, in the order in which the extractor would publish it. */
    public List<List<Step>> stories(int signals) {
        List<List<Step>> stories = new ArrayList<>();
        for (int i = 0; i < signals; i++) {
            stories.add(story("s" + random.nextInt(1000) + "#" + i));
        }
        return stories;
    }

    private List<Step> story(String id) {
        List<Step> steps = new ArrayList<>();
        Instant at = FIRST.plusSeconds(3600L * random.nextInt(200));
        AccountId account = any(ACCOUNTS);
        int revisions = 1 + random.nextInt(3);
        for (int i = 0; i < revisions; i++) {
            if (i > 0 && random.nextInt(3) == 0) {
                steps.add(new Step(account, new SignalId(id), null));
                account = any(ACCOUNTS);
            }
            Reading reading = reading(id, at, account);
            steps.add(new Step(account, new SignalId(id), reading));
            if (random.nextInt(4) == 0) {
                steps.add(new Step(account, new SignalId(id), Say.readAgain(reading)));
            }
        }
        if (random.nextInt(8) == 0) {
            steps.add(new Step(account, new SignalId(id), null));
        }
        return steps;
    }

    private Reading reading(String id, Instant at, AccountId account) {
        String conversation = "slack:C" + random.nextInt(3);
        Say say = Say.in(conversation).at(at).as(id).of(account).by(any(PEOPLE));
        if (random.nextBoolean()) {
            say.about(new DealId("hubspot:deal/" + (1 + random.nextInt(2))));
        }
        int shape = random.nextInt(12);
        if (shape == 0) {
            return say.reading();
        }
        if (shape == 1) {
            SignalId target = new SignalId("s" + random.nextInt(1000) + "#" + random.nextInt(30));
            return say.kind(SignalKind.REACTION, Facts.reaction("white_check_mark", target))
                    .reading();
        }
        if (shape == 2) {
            say.kind(
                    SignalKind.TASK,
                    Facts.task(random.nextBoolean() ? "completed" : "open", null, null));
        }
        int candidates = 1 + random.nextInt(2);
        for (int i = 0; i < candidates; i++) {
            candidate(say);
        }
        Reading reading = say.reading();
        return random.nextInt(4) == 0 ? decided(say, reading) : reading;
    }

    private void candidate(Say say) {
        String[] matter = matter();
        String quote = String.join(" ", matter) + random.nextInt(4);
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> say.promise(quote, random.nextBoolean() ? null : due(), matter);
            case 3 -> say.promise(quote, new Doer.Nobody(), due(), matter);
            case 4 -> say.done(quote, matter);
            case 5 -> say.moved(quote, due(), null, matter);
            case 6 -> say.handed(quote, any(PEOPLE), matter);
            case 7 -> say.scope(random.nextBoolean() ? Polarity.OUT : Polarity.IN, quote);
            default -> request(say, quote, matter);
        }
    }

    private void request(Say say, String quote, String[] matter) {
        if (random.nextBoolean()) {
            say.request(quote, due(), matter);
            return;
        }
        Reading asked =
                Say.in("slack:C" + random.nextInt(3))
                        .at(FIRST.plusSeconds(3600L * random.nextInt(20)))
                        .by(any(PEOPLE))
                        .request(quote, due(), matter)
                        .reading();
        say.accept("will do " + random.nextInt(5), asked, null);
    }

    private Reading decided(Say say, Reading reading) {
        if (reading.candidates().get(0) instanceof Candidate.ScopeStatement) {
            return reading;
        }
        ActionKind kind = any(List.of(ActionKind.values()));
        String id = "a" + random.nextInt(6);
        Action action =
                Say.click(
                        id,
                        kind,
                        any(PEOPLE),
                        "2026-03-2" + random.nextInt(9) + "T10:00:00Z",
                        reading,
                        "a" + random.nextInt(6));
        return say.decided(action).reading();
    }

    private String[] matter() {
        List<String> words = new ArrayList<>(WORDS);
        Collections.shuffle(words, random);
        return words.subList(0, 1 + random.nextInt(3)).toArray(String[]::new);
    }

    private dev.followthrough.contracts.model.Due due() {
        return Say.day("2026-03-1" + random.nextInt(5));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One interleaving: each signal's steps in their order, all else as it comes. */
    public List<Step> interleaved(List<List<Step>> stories) {
        List<Deque<Step>> left = new ArrayList<>();
        stories.forEach(story -> left.add(new ArrayDeque<>(story)));
        List<Step> order = new ArrayList<>();
        while (!left.isEmpty()) {
            int which = random.nextInt(left.size());
            order.add(left.get(which).removeFirst());
            if (left.get(which).isEmpty()) {
                left.remove(which);
            }
        }
        return order;
    }

    /** What stands once all steps are taken. */
    public static List<Reading> last(List<List<Step>> stories) {
        List<Reading> readings = new ArrayList<>();
        for (List<Step> story : stories) {
            Map<AccountId, Step> now = new HashMap<>();
            story.forEach(step -> now.put(step.account(), step));
            now.values().stream()
                    .map(Step::after)
                    .filter(java.util.Objects::nonNull)
                    .forEach(readings::add);
        }
        return readings;
    }

    /** The service in small: applies steps one by one and keeps what a topic would hold. */
    static final class Service {
        final MemoryTables tables = new MemoryTables();
        final Map<String, String> topics = new TreeMap<>();
        long comparisons;

        Service take(Iterable<Step> steps) {
            for (Step step : steps) {
                take(step);
            }
            return this;
        }

        Changes take(Step step) {
            String key = new At(step.account()).key(step.signal().value());
            Reading before = tables.get(Table.READINGS, key);
            return apply(Ledger.revise(tables, before, step.after()));
        }

        Service direct(DirectoryEntry entry) {
            AccountId account = Deals.account(entry);
            apply(
                    Ledger.direct(
                            tables,
                            java.util.Objects.requireNonNull(account),
                            entry.entity(),
                            entry));
            return this;
        }

        private Changes apply(Changes changes) {
            tables.apply(changes);
            comparisons += changes.comparisons();
            for (Publication each : changes.publications()) {
                switch (each) {
                    case Publication.OfCommitment c -> put("c/" + c.id(), c.commitment());
                    case Publication.OfHandoff h ->
                            put("h/" + h.account() + "/" + h.deal(), h.handoff());
                    case Publication.OfAccount a -> put("a/" + a.account(), a.summary());
                    case Publication.OfEvent e -> {}
                }
            }
            return changes;
        }

        private void put(String key, @Nullable Object value) {
            if (value == null) {
                topics.remove(key);
            } else {
                topics.put(key, dev.followthrough.contracts.json.Json.text(value));
            }
        }

        String view() {
            return dev.followthrough.contracts.json.Json.text(Ledger.view(tables, ACCOUNTS));
        }
    }
}
