package dev.followthrough.alerting.notify;

/** What brings a destination nearer to what is wanted there. */
enum Step {
    /** It stands as it should. */
    NOTHING,
    /** Write down that a new message is about to be posted. */
    INTEND,
    /** Look whether an intended message was posted: nobody wrote down how it ended. */
    FIND,
    /** Post what was intended. */
    POST,
    /** Change what stands. */
    UPDATE,
    /** Look which lines of the log stand: nobody wrote down how the last one ended. */
    COUNT,
    /** Add the next line of the log to the thread. */
    REPLY
}
