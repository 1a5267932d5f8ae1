package io.millrace.expressions.tree;

import io.millrace.base.error.DbException;
import io.millrace.expressions.function.ValueSet;
import java.util.Optional;

/**
 * The right side of IN: a set that is known at once (literals) or filled once, by the pipeline that runs the subquery, before anything that looks into it
 * starts. Thread-safe.
 */
public final class SetReference {
    private volatile Optional<ValueSet> set;

    private SetReference(Optional<ValueSet> set) {
        this.set = set;
    }

    /** A set that is known. */
    public static SetReference of(ValueSet set) {
        return new SetReference(Optional.of(set));
    }

    /** A set whose subquery has yet to run. */
    public static SetReference pending() {
        return new SetReference(Optional.empty());
    }

    /** Sets the values that a pending set waits for; once. */
    public void fill(ValueSet filled) {
        set = Optional.of(filled);
    }

    public boolean isFilled() {
        return set.isPresent();
    }

    /** The values; those of a pending set must have been filled in. */
    public ValueSet get() {
        return set.orElseThrow(() -> DbException.bug("The set of an IN was not filled before it was used"));
    }
}
