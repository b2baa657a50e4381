/**
 * Slack's JSON to signals and directory entries, pure: the same objects come in a workspace export,
 * from the Web API and in events. Text loses its markup; mentions are kept with their spans.
 */
@NullMarked
package dev.followthrough.ingest.slack;

import org.jspecify.annotations.NullMarked;
