package io.millrace.functions.aggregate.bit;

import io.millrace.base.index.Builtin;

/** Bitwise and of all integers. */
@Builtin({"groupBitAnd", "BIT_AND"})
final class GroupBitAnd extends BitFunction {
    GroupBitAnd() {
        super("groupBitAnd", BitState.Operation.AND, "and");
    }
}
