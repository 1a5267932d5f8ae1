package io.millrace.functions.aggregate.bit;

import io.millrace.base.index.Builtin;

/** Bitwise or of all integers. */
@Builtin({"groupBitOr", "BIT_OR"})
final class GroupBitOr extends BitFunction {
    GroupBitOr() {
        super("groupBitOr", BitState.Operation.OR, "or");
    }
}
