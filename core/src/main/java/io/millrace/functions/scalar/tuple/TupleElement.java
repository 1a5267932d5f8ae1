package io.millrace.functions.scalar.tuple;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.DataType.StringType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** An element of a tuple (or of each tuple of an array) by number, from 1, or by name. */
@Builtin("tupleElement")
final class TupleElement implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Tuple",
                        "tupleElement(tuple, n_or_name[, default])",
                        "An element of a tuple (or of each tuple of an array) by number, from 1, or by name.")
                .example("SELECT (1, 'a').2, tupleElement(tuple(5), 1)", "a\t5");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("tupleElement", arguments, 2, 3);
        DataType type = arguments.getFirst().type();
        int depth = 0;
        while (type instanceof ArrayType array) {
            type = array.element();
            depth++;
        }
        boolean nullable = type instanceof NullableType;
        if (!(Types.withoutNullable(type) instanceof TupleType tuple)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "First argument for function tupleElement must be a tuple or array of tuple. Actual "
                            + arguments.getFirst().type().name());
        }
        int index = index(tuple, arguments.get(1), arguments.size() > 2);
        if (index < 0) {
            return new Default(arguments.get(2).type());
        }
        DataType element = nullable
                ? Types.nullable(tuple.elements().get(index))
                : tuple.elements().get(index);
        for (int i = 0; i < depth; i++) {
            element = Types.array(element);
        }
        return new Bound(element, index);
    }

    private static int index(TupleType tuple, Argument argument, boolean hasDefault) {
        if (argument.type() instanceof StringType) {
            String name = argument.requireConstantText("tupleElement", "index");
            int index = tuple.names().indexOf(name);
            if (index < 0 && !hasDefault) {
                throw new DbException(ErrorCode.BAD_ARGUMENTS, "Tuple doesn't have element with name '" + name + "'");
            }
            return index;
        }
        long n = argument.requireConstantInteger("tupleElement", "index");
        long index = n < 0 ? tuple.elements().size() + n : n - 1;
        if (n == 0 && !hasDefault) {
            throw new DbException(ErrorCode.ARGUMENT_OUT_OF_BOUND, "Tuple indices are 1-based: index 0 is invalid");
        }
        if (index < 0 || index >= tuple.elements().size()) {
            if (hasDefault) {
                return -1;
            }
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND,
                    "Tuple doesn't have element with index '" + n + "', it has "
                            + tuple.elements().size() + " elements");
        }
        return (int) index;
    }

    /** The third argument. */
    private record Default(DataType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return arguments[2];
        }
    }

    /** One of the columns. */
    private record Bound(DataType type, int index) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return arguments[0] instanceof ConstColumn c
                    ? new ConstColumn(element(c.value()), rows)
                    : element(arguments[0]);
        }

        private Column element(Column column) {
            return switch (column) {
                case ArrayColumn a -> new ArrayColumn(a.offsets(), element(a.elements()), a.rows());
                case TupleColumn t -> t.elements().get(index);
                case NullableColumn n -> {
                    Column value = element(n.values()).plain();
                    if (value instanceof NullableColumn inner) {
                        byte[] nulls = new byte[n.rows()];
                        for (int i = 0; i < nulls.length; i++) {
                            nulls[i] = (byte) (n.nulls()[i] | inner.nulls()[i]);
                        }
                        yield new NullableColumn(nulls, inner.values());
                    }
                    yield type.isNullable() ? new NullableColumn(n.nulls(), value) : value;
                }
                default ->
                    throw DbException.bug("No tuple in a " + column.getClass().getSimpleName());
            };
        }
    }
}
