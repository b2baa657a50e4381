package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.PullSource;
import dev.followthrough.ingest.pull.Tools;

import org.apache.kafka.common.config.ConfigDef;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A mailbox over IMAP. Its feeds are folders. */
final class ImapSource implements PullSource {
    @Override
    public String name() {
        return "imap";
    }

    @Override
    public ConfigDef config() {
        return ImapConfig.DEF;
    }

    /** No more than folders that are named: what {@code *} finds is not known yet. */
    @Override
    public int maxTasks(Map<String, String> settings) {
        List<String> folders = new ImapConfig(settings).folders();
        return folders.contains(Folders.EVERY) ? Integer.MAX_VALUE : folders.size();
    }

    @Override
    public Pull open(Map<String, String> settings, Tools tools) {
        ImapConfig config = new ImapConfig(settings);
        ImapAccount account = config.account(tools.clock());
        return new Mailbox(config, silence -> ImapLogin.connect(account, silence), tools);
    }

    @Override
    public List<Finding> check(Map<String, String> settings, Tools tools) {
        ImapConfig config = new ImapConfig(settings);
        List<Finding> wrong = config.wrong();
        if (!wrong.isEmpty()) {
            return wrong;
        }
        ImapAccount account = config.account(tools.clock());
        try (MailServer server = ImapLogin.connect(account, config.requestTimeout())) {
            return inside(server, config, account);
        } catch (PullException.Refused e) {
            return List.of(e.found(key(account)));
        } catch (IOException e) {
            throw ImapFailure.unavailable(config, e);
        }
    }

    private static String key(ImapAccount account) {
        return account.login() instanceof ImapAccount.Password
                ? ImapConfig.PASSWORD
                : ImapConfig.CLIENT_ID;
    }

    private static List<Finding> inside(MailServer server, ImapConfig config, ImapAccount account)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fine("login of " + account.user() + " is accepted"));
        try {
            for (String folder : new Folders(server.folders()).find(config.folders())) {
                FolderState state = server.examine(folder);
                findings.add(
                        Finding.fine(
                                "folder " + folder + " holds " + state.messages() + " messages"));
            }
        } catch (PullException.Refused | PullException.Gone e) {
            findings.add(Finding.wrong(ImapConfig.FOLDERS, e.getMessage()));
        }
        if (config.idle() && !server.canIdle()) {
            findings.add(Finding.fine("the server does not tell of new mail; it is polled"));
        }
        return findings;
    }
}
