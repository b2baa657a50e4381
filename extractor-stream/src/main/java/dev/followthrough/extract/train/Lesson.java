package dev.followthrough.extract.train;

import java.util.List;

/** One unit as the judge sees it, and what it should say. */
record Lesson(String outcome, List<String> features) {}
