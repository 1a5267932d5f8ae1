package io.millrace.functions.aggregate;

import io.millrace.expressions.aggregate.GroupedState;

/**
 * States whose size does not grow with rows. Rows that do not count (NULLs, rows that an -If leaves out) may be added to a group nobody asks about, which
 * is cheaper than taking them out of the arguments.
 */
public interface FixedSizeState extends GroupedState {
    default boolean fixedSize() {
        return true;
    }

    /** Whether rows may go to a group nobody asks about. */
    static boolean is(GroupedState state) {
        return state instanceof FixedSizeState fixed && fixed.fixedSize();
    }
}
