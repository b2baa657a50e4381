package dev.followthrough.extract.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.extract.attribution.Terms;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class DirectoryMemoryTest {
    private static final String ASKED = Terms.email("ana@vendor.example");

    private final List<String> read = new ArrayList<>();
    private final Tables tables = Tables.inMemory();
    private final DirectoryMemory memory = new DirectoryMemory(tables.tallies());
    private final TableDirectory directory =
            new TableDirectory(counting(tables), memory, new ConversationId("slack:C1"));

    private static DirectoryEntry ana(String name) {
        return new DirectoryEntry.Person(
                new Party("hubspot:owner/1", name, "ana@vendor.example", Side.OURS),
                List.of(),
                null,
                null,
                null);
    }

    private void learn(DirectoryEntry entry) {
        Conversations conversations = new Conversations(tables, (s, c) -> List.of(), "r1");
        conversations.entry(entry.entity(), entry);
        conversations.commit();
    }

    @Test
    void whatWasFoundIsReadOnceUntilTheDirectoryChanges() {
        // Given
        learn(ana("Ana Ruiz"));

        // When
        for (int decision = 0; decision < 3; decision++) {
            memory.begin();
            assertThat(directory.find(ASKED)).containsExactly(ana("Ana Ruiz"));
            memory.commit();
        }

        // Then
        assertThat(read).hasSize(1);

        // When
        learn(ana("Ana Ruiz Soto"));
        memory.begin();

        // Then
        assertThat(directory.find(ASKED)).containsExactly(ana("Ana Ruiz Soto"));
        assertThat(read).hasSize(2);
    }

    @Test
    void aQuestionOfADecisionThatFailedIsWrittenDownByTheNext() {
        // Given
        memory.begin();
        directory.find(ASKED);
        String question = Tables.key(ASKED, "slack:C1");
        tables.lookups().delete(question); // as staged tables do

        // When
        memory.begin();
        directory.find(ASKED);

        // Then
        assertThat(tables.lookups().get(question)).isNotNull();
    }

    /** The same tables, telling what is looked for among terms. */
    private Tables counting(Tables of) {
        Table<String> terms =
                new Table<>() {
                    @Override
                    public @Nullable String get(String key) {
                        return of.terms().get(key);
                    }

                    @Override
                    public void put(String key, String value) {
                        of.terms().put(key, value);
                    }

                    @Override
                    public void delete(String key) {
                        of.terms().delete(key);
                    }

                    @Override
                    public List<Row<String>> scan(String from, String to, int limit) {
                        read.add(from);
                        return of.terms().scan(from, to, limit);
                    }

                    @Override
                    public List<Row<String>> scanBack(String from, String to, int limit) {
                        return of.terms().scanBack(from, to, limit);
                    }
                };
        return new Tables(
                of.signals(),
                of.positions(),
                of.replies(),
                of.decisions(),
                of.tallies(),
                of.entries(),
                terms,
                of.lookups(),
                of.dirty());
    }
}
