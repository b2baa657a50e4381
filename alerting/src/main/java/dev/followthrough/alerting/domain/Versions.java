package dev.followthrough.alerting.domain;

/** What a message's version says beyond being a hash: whether it stands for something resolved. */
public final class Versions {
    static final String RESOLVED = "r";

    private Versions() {}

    /** Whether the content of this version said that its cause is gone. */
    public static boolean isResolved(String version) {
        return version.startsWith(RESOLVED);
    }
}
