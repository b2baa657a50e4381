package dev.followthrough.standalone.cli;

/** How a command ends; published in {@code --help} and never renumbered. */
final class ExitCode {
    /** Done. */
    static final int OK = 0;

    /** Done, but some of the input could not be read; it was named on the way. */
    static final int SOME_INPUT_BAD = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /**
     * The environment or configuration does not allow it: no such file, a taken port, no broker, a
     * wrong setting.
     */
    static final int ENVIRONMENT = 3;

    /** A fault of ours; the log has the details. */
    static final int INTERNAL = 70;

    /** Stopped by Ctrl-C or a termination signal, cleanly. */
    static final int STOPPED = 130;

    private ExitCode() {}
}
