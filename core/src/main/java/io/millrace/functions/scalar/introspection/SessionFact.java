package io.millrace.functions.scalar.introspection;

import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of functions whose answer is a text known when the query is bound. */
abstract class SessionFact implements ScalarFunction {
    private final String name;

    SessionFact(String name) {
        this.name = name;
    }

    abstract String fact(BindContext context);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 0);
        return new Known(Types.STRING, StringColumn.of(fact(context)));
    }
}
