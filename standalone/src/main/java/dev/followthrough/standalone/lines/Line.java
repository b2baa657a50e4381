package dev.followthrough.standalone.lines;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.time.TimeContext;

/**
 * One message to read.
 *
 * @param id as given
 */
record Line(String id, Signal signal, Context context, TimeContext clock) {}
