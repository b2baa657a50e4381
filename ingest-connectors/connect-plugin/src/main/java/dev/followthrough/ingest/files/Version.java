package dev.followthrough.ingest.files;

/** The plug-in's version, as the jar's manifest has it. */
final class Version {
    static final String CURRENT = read();

    private Version() {}

    private static String read() {
        String manifest = Version.class.getPackage().getImplementationVersion();
        return manifest == null ? "development" : manifest;
    }
}
