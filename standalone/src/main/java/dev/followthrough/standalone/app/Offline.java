package dev.followthrough.standalone.app;

import dev.followthrough.commitments.app.CommitmentStoreService;
import dev.followthrough.extract.Setup;
import dev.followthrough.extract.app.ExtractorSettings;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ConfigSources;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.standalone.scan.ScanSettings;

import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings of the services for commands that start none: {@code scan}, {@code extract} and
 * {@code explain} read, count and alert by the same ones.
 */
public final class Offline {
    private Offline() {}

    /**
     * Settings as a service would see them.
     *
     * @param file as for {@code serve}; absent takes none
     * @param environment where {@code FOLLOWTHROUGH_*} settings are looked up
     * @param rules folder of a company's own rules, before what file and environment say
     * @throws dev.followthrough.service.config.ConfigException with every fault at once
     */
    public static ServiceConfig load(
            @Nullable Path file, Map<String, String> environment, @Nullable Path rules) {
        Map<String, String> values = new HashMap<>();
        // Nobody connects.
        values.put(CommonSettings.BOOTSTRAP_SERVERS, "none:1");
        if (rules != null) {
            values.put(ExtractorSettings.RULES_DIR, rules.toString());
        }
        return ServiceConfig.load(all(), ConfigSources.of(file, environment, values));
    }

    /** What texts are read with by these settings. */
    public static Setup setup(ServiceConfig config) {
        return ExtractorSettings.setup(config);
    }

    /** What a scan reads and counts by with these settings. */
    public static ScanSettings scan(ServiceConfig config) {
        return new ScanSettings(setup(config), CommitmentStoreService.policy(config));
    }

    /** The settings of all services, beside the common ones. */
    static ConfigDef all() {
        ConfigDef own = new ConfigDef();
        for (Part part : Part.values()) {
            part.settings().configKeys().values().forEach(own::define);
        }
        return own;
    }
}
