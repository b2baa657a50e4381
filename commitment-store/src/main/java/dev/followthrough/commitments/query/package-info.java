/**
 * The ledger over HTTP. Routes read {@link dev.followthrough.commitments.domain.Tables} through the
 * port {@link dev.followthrough.commitments.query.Ledgers}, which says where a partition is: here,
 * at another instance, or nowhere just now.
 */
@NullMarked
package dev.followthrough.commitments.query;

import org.jspecify.annotations.NullMarked;
