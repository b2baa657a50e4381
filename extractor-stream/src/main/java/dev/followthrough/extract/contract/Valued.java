package dev.followthrough.extract.contract;

import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.extract.rules.Slot;

/** A value, and which tokens say it. */
record Valued(Slot slot, ContractFact.Value value) {
    static Valued of(int from, int to, Slot.Kind kind, ContractFact.Value value) {
        return new Valued(new Slot(from, to, kind), value);
    }
}
