package io.millrace.functions.aggregate.bit;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.BoolType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Numbers;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** Bitwise exclusive or of all integers. */
@Builtin({"groupBitXor", "BIT_XOR"})
final class GroupBitXor extends PlainAggregate {
    GroupBitXor() {
        super("groupBitXor");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "groupBitXor(x)", "Bitwise exclusive or of all integers.");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        if (!(type instanceof IntegerType || type instanceof BoolType) || Numbers.width(type) == 0) {
            throw Checks.illegal(name(), type);
        }
        return new Plain(type, () -> new BitState(type, BitState.Operation.XOR));
    }
}
