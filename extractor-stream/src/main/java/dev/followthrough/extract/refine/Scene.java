package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.People;
import dev.followthrough.extract.parse.Unit;

import java.util.List;

/**
 * All that refiners may look at besides a draft: the signal, who is at hand, what was said before,
 * and the other units.
 */
public record Scene(Signal signal, People people, Past past, List<Unit> units) {}
