package dev.followthrough.standalone.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A labelled set of lines that {@code extract} answers and a script scores.
 *
 * @param title heading of its figures
 * @param note what a reader must know to weigh them
 * @param scorer script in the folder of scorers; makes the input with {@code --make}
 * @param folder where the files are, below the folder of data
 * @param files pattern of the labelled files' names
 * @param outputOption option before the file of answers; empty where that is the second argument
 * @param further arguments of the scoring alone
 * @param trainedOn whether the shipped model was trained on this text
 * @param needs member without which a row cannot be scored and is left out; empty: none
 */
record Suite(
        String title,
        String note,
        String scorer,
        String folder,
        String files,
        String outputOption,
        List<String> further,
        boolean trainedOn,
        String needs) {
    private static final String UNSEEN =
            "Never trained on; some bounds in the rules were chosen while reading it. Another half is held out.";
    private static final String IN_VIEW =
            "The grammar was written with these rows in view. Another half is held out.";

    private static final String TALK_SCORER = "score_talk.py";

    /** Every set there is, in the order of the report. */
    static final List<Suite> ALL =
            List.of(
                    sentences("Sentences of public corpora, at the ledger's threshold", "0.5"),
                    sentences("Sentences of public corpora, from confidence 0.6 on", "0.6"),
                    talk("Single messages", "[a-z]*.jsonl", "conversations-*.jsonl"),
                    talk("Whole conversations", "conversations-*.jsonl", ""),
                    times("Deadlines in business sentences", "business-deadlines-dev.jsonl"),
                    times("Times of other libraries' test suites", "deadlines-dev.jsonl"));

    private static Suite sentences(String title, String at) {
        return new Suite(
                title,
                UNSEEN,
                "score_sentences.py",
                ".",
                "commitments-dev.jsonl",
                "",
                List.of("--at", at),
                false,
                "");
    }

    private static Suite talk(String title, String files, String but) {
        String pattern = but.isEmpty() ? files : files + "!" + but;
        return new Suite(title, "", TALK_SCORER, "talk", pattern, "--output", List.of(), true, "");
    }

    private static Suite times(String title, String file) {
        return new Suite(
                title, IN_VIEW, "score_deadlines.py", ".", file, "", List.of(), false, "reference");
    }

    /** Whether its rows are messages or conversations with their labelled candidates. */
    boolean isTalk() {
        return scorer.equals(TALK_SCORER);
    }

    /** The labelled files, in the order of their names. */
    List<Path> rows(Path data) throws IOException {
        String[] patterns = files.split("!", 2);
        List<Path> rows = new ArrayList<>(matching(data, patterns[0]));
        if (patterns.length > 1) {
            rows.removeAll(matching(data, patterns[1]));
        }
        return rows;
    }

    private List<Path> matching(Path data, String pattern) throws IOException {
        try (Stream<Path> found = Files.list(data.resolve(folder))) {
            var matcher = data.getFileSystem().getPathMatcher("glob:" + pattern);
            return found.filter(file -> matcher.matches(file.getFileName())).sorted().toList();
        }
    }
}
