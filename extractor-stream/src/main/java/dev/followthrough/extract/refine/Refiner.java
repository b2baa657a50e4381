package dev.followthrough.extract.refine;

import java.util.List;

/** One step from drafts to candidates: merges, drops, adjusts or resolves. Pure. */
interface Refiner {
    List<Draft> refine(List<Draft> drafts, Scene scene);
}
