package io.millrace.functions.scalar.conversion;

import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of conversions of one argument to a type without parameters. */
abstract class PlainConversion extends TypeConversion {
    private final DataType type;

    PlainConversion(String name, DataType type, CastMode mode) {
        super(name, mode);
        this.type = type;
    }

    @Override
    DataType target(List<Argument> arguments, BindContext context) {
        Signature.count(name(), arguments, 1);
        return type;
    }
}
