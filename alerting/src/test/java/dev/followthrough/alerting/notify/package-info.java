/** Tests of the notifier, against a Slack of our own over real HTTP. */
@NullMarked
package dev.followthrough.alerting.notify;

import org.jspecify.annotations.NullMarked;
