package dev.followthrough.standalone.app;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What {@code up} was asked to do.
 *
 * @param paths files and folders to read and to watch; empty: whatever the data folder holds
 *     already
 * @param port of the web server; 0 takes a free one
 * @param environment where {@code FOLLOWTHROUGH_*} settings are looked up
 * @param configFile settings of the services, if any
 * @param rules folder of a company's own rules, before what file and environment say
 */
public record UpSettings(
        DataFolder data,
        List<Path> paths,
        int port,
        Map<String, String> environment,
        @Nullable Path configFile,
        @Nullable Path rules) {
    /** Fixed for the life of a data folder: two cores' worth, with room for more. */
    public static final int PARTITIONS = 4;

    public UpSettings {
        paths = List.copyOf(paths);
        environment = Map.copyOf(environment);
    }
}
