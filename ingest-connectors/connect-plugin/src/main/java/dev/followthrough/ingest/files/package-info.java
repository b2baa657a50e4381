/**
 * Files of every source as one workspace: finds what is readable by content and shape, and reads it
 * from the beginning or from where a reader left off. The command line reads a workspace at once
 * ({@link dev.followthrough.ingest.files.Workspace}); the Connect connector follows it as files
 * appear and grow. Every input is bounded before it is parsed, and no broken file stops the others.
 */
@NullMarked
package dev.followthrough.ingest.files;

import org.jspecify.annotations.NullMarked;
