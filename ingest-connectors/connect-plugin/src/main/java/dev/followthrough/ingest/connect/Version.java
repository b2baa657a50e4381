package dev.followthrough.ingest.connect;

/** The plug-in's version, as the jar's manifest has it. */
public final class Version {
    public static final String CURRENT = read();

    private Version() {}

    private static String read() {
        String manifest = Version.class.getPackage().getImplementationVersion();
        return manifest == null ? "development" : manifest;
    }
}
