package io.millrace.functions.scalar.nullable;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/** Base of functions that treat NULL in their own way. */
abstract class NullFunction implements ScalarFunction {
    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    /** {@code if(isNotNull(a), assumeNotNull(a), b)}, made of those functions. */
    static BoundScalar firstNotNull(Argument a, Argument b, BindContext context) {
        DataType type = a.type();
        if (!type.isNullable()) {
            return new Pass(type, 0);
        }
        if (type.equals(Types.NULL)) {
            return new Pass(b.type(), 1);
        }
        BoundScalar test = context.functions().bindScalar("isNotNull", List.of(Argument.value("", type)), context);
        BoundScalar values =
                context.functions().bindScalar("assumeNotNull", List.of(Argument.value("", type)), context);
        List<Argument> branches = List.of(
                Argument.value("", Types.UINT8), Argument.value("", values.type()), Argument.value("", b.type()));
        return new IfNull(context.functions().bindScalar("if", branches, context), test, values);
    }

    /** One argument as it is. */
    record Pass(DataType type, int index) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return arguments[index];
        }
    }

    private record IfNull(BoundScalar choice, BoundScalar test, BoundScalar values) implements BoundScalar {
        @Override
        public DataType type() {
            return choice.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column[] first = {arguments[0]};
            Column[] branches = {
                test.evaluate(first, rows, context), values.evaluate(first, rows, context), arguments[1]
            };
            return choice.evaluate(branches, rows, context);
        }
    }
}
