package dev.followthrough.ingest.pull.imap;

/**
 * What the server says of a folder when it is opened.
 *
 * @param uidValidity the folder's generation
 * @param uidNext above every UID that there is
 * @param messages how many there are
 * @param modSeq the newest change of any message, flags included; 0 where the server has no
 *     CONDSTORE
 */
record FolderState(long uidValidity, long uidNext, int messages, long modSeq) {}
