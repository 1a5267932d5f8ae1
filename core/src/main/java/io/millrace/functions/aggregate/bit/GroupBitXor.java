package io.millrace.functions.aggregate.bit;

import io.millrace.base.index.Builtin;

/** Bitwise exclusive or of all integers. */
@Builtin({"groupBitXor", "BIT_XOR"})
final class GroupBitXor extends BitFunction {
    GroupBitXor() {
        super("groupBitXor", BitState.Operation.XOR, "exclusive or");
    }
}
