package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What is known about the world outside the conversations: accounts, deals, people, channels. */
public sealed interface DirectoryEntry {
    /** Key of the entry: {@code kind:id}. */
    String entity();

    /**
     * A customer.
     *
     * @param domains mail domains of its people; free-mail domains never count
     * @param owner our person in charge of the account
     */
    record Account(
            AccountId id,
            String name,
            List<String> domains,
            @Nullable String tier,
            @Nullable Party owner)
            implements DirectoryEntry {
        public Account {
            Check.present("account id", id);
            Check.text("account name", name);
            domains = Check.list(domains);
        }

        @Override
        public String entity() {
            return "account:" + id;
        }
    }

    /**
     * A deal with an account.
     *
     * @param closedAt when it was won or lost, or is expected to close
     */
    record Deal(
            DealId id,
            String name,
            @Nullable AccountId account,
            DealStage stage,
            @Nullable Instant closedAt,
            @Nullable Party owner)
            implements DirectoryEntry {
        public Deal {
            Check.present("deal id", id);
            Check.text("deal name", name);
            Check.present("deal stage", stage);
        }

        @Override
        public String entity() {
            return "deal:" + id;
        }
    }

    /**
     * Somebody we know.
     *
     * @param party name, address and, where the source knows it, the side
     * @param aliases further names they go by: display name, first name
     * @param account whose person they are, where the source says so
     * @param zone where they work, if known
     */
    record Person(
            Party party,
            List<String> aliases,
            @Nullable String title,
            @Nullable AccountId account,
            @Nullable ZoneId zone)
            implements DirectoryEntry {
        public Person {
            Check.present("person", party);
            aliases = Check.list(aliases);
        }

        @Override
        public String entity() {
            return "person:" + party.id();
        }
    }

    /**
     * A channel people talk in.
     *
     * @param conversation the conversation its messages belong to
     * @param shared whether the customer is in it
     * @param account what the channel is about, where the source says so
     */
    record Channel(
            ConversationId conversation,
            String name,
            boolean shared,
            @Nullable AccountId account,
            @Nullable DealId deal,
            List<String> members)
            implements DirectoryEntry {
        public Channel {
            Check.present("conversation of a channel", conversation);
            Check.text("channel name", name);
            members = Check.list(members);
        }

        @Override
        public String entity() {
            return "channel:" + conversation;
        }
    }
}
