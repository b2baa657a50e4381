package dev.followthrough.standalone.eval;

import dev.followthrough.service.StartException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Items of an evaluation and the file they are kept in for the next. It is read when it is named,
 * so that a wrong name is said before the evaluation has taken its time, not after.
 */
public final class ItemFile {
    private final Path file;
    private final List<Item> before;

    private ItemFile(Path file, List<Item> before) {
        this.file = file;
        this.before = before;
    }

    /**
     * @param file need not be there yet, its folder must
     * @throws StartException where it has no folder or holds something else
     */
    public static ItemFile at(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new StartException("items must go to a file in a folder that is there: " + file);
        }
        try {
            return new ItemFile(file, Files.exists(file) ? Item.read(file) : List.of());
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(
                    file + " does not hold items of an evaluation: " + e.getMessage(), e);
        }
    }

    /**
     * Writes the items of this evaluation in place of the earlier one's.
     *
     * @return what was gained, lost and moved, a paragraph a rule; empty where there was no earlier
     *     evaluation
     */
    public String renew(Evaluation evaluation) throws IOException {
        return renew(evaluation.items());
    }

    String renew(List<Item> items) throws IOException {
        Item.write(file, items);
        return before.isEmpty() ? "" : Changes.between(before, items).text();
    }
}
