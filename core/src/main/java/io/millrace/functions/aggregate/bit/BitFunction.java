package io.millrace.functions.aggregate.bit;

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

/** Base of functions that combine the bits of all integers; the result has the integers' type. */
abstract class BitFunction extends PlainAggregate {
    private final BitState.Operation operation;
    private final String verb;

    /** @param verb what is done with the integers, for the documentation */
    BitFunction(String name, BitState.Operation operation, String verb) {
        super(name);
        this.verb = verb;
        this.operation = operation;
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", name() + "(x)", "Bitwise " + verb + " of all integers.");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        if (!(type instanceof IntegerType || type instanceof BoolType) || Numbers.width(type) == 0) {
            throw Checks.illegal(name(), type);
        }
        return new Plain(type, () -> new BitState(type, operation));
    }
}
