package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.extract.attribution.Directory;

import java.util.ArrayList;
import java.util.List;

/** The directory on tables, noting which conversation asked for which term. */
final class TableDirectory implements Directory {
    /** More entries with one term than this tell nothing; it bounds what a look-up costs. */
    private static final int MAX_ENTRIES = 50;

    private final Tables tables;
    private final DirectoryMemory memory;
    private final ConversationId conversation;

    TableDirectory(Tables tables, DirectoryMemory memory, ConversationId conversation) {
        this.tables = tables;
        this.memory = memory;
        this.conversation = conversation;
    }

    @Override
    public List<DirectoryEntry> find(String term) {
        String asked = Tables.key(term, conversation.value());
        if (memory.isNew(asked) && tables.lookups().get(asked) == null) {
            tables.lookups().put(asked, "");
        }
        List<DirectoryEntry> known = memory.found(term);
        if (known == null) {
            known = read(term);
            memory.keep(term, known);
        }
        return known;
    }

    private List<DirectoryEntry> read(String term) {
        List<DirectoryEntry> found = new ArrayList<>();
        String prefix = Tables.prefix(term);
        for (Table.Row<String> row :
                tables.terms().scan(prefix, Table.after(prefix), MAX_ENTRIES)) {
            DirectoryEntry entry = tables.entries().get(Key.parse(row.key()).rest().get(0));
            if (entry != null) {
                found.add(entry);
            }
        }
        return List.copyOf(found);
    }
}
