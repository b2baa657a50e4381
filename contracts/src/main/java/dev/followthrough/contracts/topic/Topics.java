package dev.followthrough.contracts.topic;

import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentEvent;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Topic.PlaceKind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every topic of the product. Scripts, docs and the AsyncAPI check read this. */
public final class Topics {
    private static final Map<Source, Topic<Signal>> SIGNALS = new EnumMap<>(Source.class);

    static {
        for (Source source : Source.values()) {
            String name = "ingest.signal." + Topic.segment(source) + ".v1";
            SIGNALS.put(
                    source,
                    Topic.compacted(
                            name,
                            Signal.class,
                            PlaceKind.CONVERSATION,
                            "What was said in "
                                    + Topic.segment(source)
                                    + "; key conversation ~ signal ~ revision ~ digest."));
        }
    }

    public static final Topic<Action> ACTION =
            Topic.compacted(
                    "ingest.action.v1",
                    Action.class,
                    PlaceKind.CONVERSATION,
                    "What people decided; key conversation ~ action.");
    public static final Topic<DirectoryEntry> DIRECTORY =
            Topic.compacted(
                    "ingest.directory.v1",
                    DirectoryEntry.class,
                    PlaceKind.ENTITY,
                    "Accounts, deals, people, channels; key entity.");
    public static final Topic<Reading> READING =
            Topic.compacted(
                    "extract.reading.v1",
                    Reading.class,
                    PlaceKind.ACCOUNT,
                    "Everything said or decided in one signal; key account ~ signal.");
    public static final Topic<Commitment> COMMITMENT =
            Topic.compacted(
                    "commitments.commitment.v1",
                    Commitment.class,
                    PlaceKind.ACCOUNT,
                    "Promises with owner, due and exact words; key account ~ commitment.");
    public static final Topic<Handoff> HANDOFF =
            Topic.compacted(
                    "commitments.handoff.v1",
                    Handoff.class,
                    PlaceKind.ACCOUNT,
                    "The delivery record of a deal; key account ~ deal.");
    public static final Topic<AccountSummary> ACCOUNT =
            Topic.compacted(
                    "commitments.account.v1",
                    AccountSummary.class,
                    PlaceKind.ACCOUNT,
                    "An account as a whole; key account.");
    public static final Topic<CommitmentEvent> EVENT =
            Topic.expiring(
                    "commitments.event.v1",
                    CommitmentEvent.class,
                    PlaceKind.ACCOUNT,
                    Duration.ofDays(1095),
                    "What the ledger published when, ids and fields only; key account ~ commitment.");
    public static final Topic<Escalation> ESCALATION =
            Topic.compacted(
                    "alerting.escalation.v1",
                    Escalation.class,
                    PlaceKind.ACCOUNT,
                    "What somebody should look at; key account ~ escalation.");
    public static final Topic<Message> MESSAGE =
            Topic.compacted(
                    "alerting.message.v1",
                    Message.class,
                    PlaceKind.DESTINATION,
                    "What should stand at a destination now; key destination ~ escalation.");
    public static final Topic<Delivery> DELIVERY =
            Topic.compacted(
                    "alerting.delivery.v1",
                    Delivery.class,
                    PlaceKind.DESTINATION,
                    "Where a wanted message stands; key destination ~ escalation.");

    private Topics() {}

    public static Topic<Signal> signal(Source source) {
        return Objects.requireNonNull(SIGNALS.get(source));
    }

    /** The signal topics of all sources. */
    public static List<Topic<Signal>> signals() {
        return List.copyOf(SIGNALS.values());
    }

    /**
     * Where a module's unreadable input goes; {@code owner} is the module's short name: ingest,
     * extract, commitments, alerting.
     */
    public static Topic<DeadLetter> deadLetter(String owner) {
        return Topic.expiring(
                owner + ".dead-letter.v1",
                DeadLetter.class,
                PlaceKind.SOURCE,
                Duration.ofDays(30),
                "What " + owner + " could not read, with reason, position and original bytes.");
    }

    /** All of them, in the order of the flow. */
    public static List<Topic<?>> all() {
        List<Topic<?>> all = new ArrayList<>(signals());
        all.addAll(
                List.of(
                        ACTION,
                        DIRECTORY,
                        deadLetter("ingest"),
                        READING,
                        deadLetter("extract"),
                        COMMITMENT,
                        HANDOFF,
                        ACCOUNT,
                        EVENT,
                        deadLetter("commitments")));
        all.addAll(List.of(ESCALATION, MESSAGE, DELIVERY, deadLetter("alerting")));
        return List.copyOf(all);
    }
}
