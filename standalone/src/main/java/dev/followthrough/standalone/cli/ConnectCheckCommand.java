package dev.followthrough.standalone.cli;

import dev.followthrough.ingest.pull.Checkable;
import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.service.StartException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code connect check}: tries a connector's configuration before it is created. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Tries a connector's configuration before it is created: settings, credentials, permissions, and one page",
            "of what there is to read. Nothing is published, and nothing is changed at the source."
        },
        footer = {
            "",
            "The file is what Connect's REST interface takes, as JSON ({\"name\": …, \"config\": {…}}, or the settings",
            "alone), or a properties file. References to secrets are resolved here as a worker would:",
            "${env:NAME}, ${file:PATH:key}, ${dir:PATH:file}.",
            "",
            "Each line begins with ok, what must be changed with WRONG, what deserves a look with note.",
            "Exit codes: 0 nothing is wrong, 3 something is (and is said in words).",
            "",
            "Example, slack.json:",
            "  {\"connector.class\": \"dev.followthrough.ingest.pull.slack.SlackSourceConnector\",",
            "   \"slack.token\": \"${env:SLACK_BOT_TOKEN}\", \"topic.partitions\": \"6\"}",
            "",
            "  SLACK_BOT_TOKEN=xoxb-… followthrough connect check slack.json"
        })
final class ConnectCheckCommand implements Callable<Integer> {
    private static final String CLASS = "connector.class";

    @Parameters(paramLabel = "FILE", description = "The connector's configuration.")
    private Path file = Path.of(".");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Paths.check(List.of(file));
        Logs.quiet();
        Map<String, String> settings = ConnectorFile.read(file);
        List<Finding> findings = connector(settings.getOrDefault(CLASS, "")).check(settings);
        PrintWriter out = Main.out(spec);
        findings.forEach(finding -> out.println(line(finding)));
        return findings.stream().anyMatch(each -> each.verdict() == Finding.Verdict.WRONG)
                ? ExitCode.ENVIRONMENT
                : ExitCode.OK;
    }

    private static String line(Finding finding) {
        String begin =
                switch (finding.verdict()) {
                    case FINE -> "ok     ";
                    case WRONG -> "WRONG  ";
                    case UNKNOWN -> "note   ";
                };
        String key = finding.key();
        boolean named = key == null || finding.words().startsWith(key + " ");
        return begin + (named ? "" : key + ": ") + finding.words();
    }

    private Checkable connector(String name) {
        if (name.isEmpty()) {
            throw new StartException(file + " must have " + CLASS);
        }
        List<Checkable> all = Checkable.all();
        return all.stream()
                .filter(each -> isNamed(each.getClass(), name))
                .findFirst()
                .orElseThrow(() -> new StartException(unknown(name, all)));
    }

    /** In full, or by the short names that Connect takes too. */
    private static boolean isNamed(Class<?> type, String name) {
        String simple = type.getSimpleName();
        return List.of(type.getName(), simple, simple.replaceAll("Connector$", "")).contains(name);
    }

    private static String unknown(String name, List<Checkable> all) {
        return CLASS
                + " "
                + name
                + " is no connector that can be checked; those are: "
                + all.stream()
                        .map(each -> each.getClass().getName())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
