package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.topic.Key;

/** Keys of one account's rows. */
record At(AccountId account) {
    String key(String... rest) {
        return Key.of(account.value(), rest).toString();
    }

    /** Prefix of all rows below these parts. */
    String below(String... rest) {
        return key(rest) + Key.SEPARATOR;
    }
}
