package io.millrace.functions.scalar.map;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import java.util.ArrayList;
import java.util.List;

/** A map of keys and values. */
@Builtin("map")
final class MapOf implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "map(key1, value1, ...)", "A map of keys and values.")
                .example("SELECT map('a', 1, 'b', 2)", "{'a':1,'b':2}");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        if (arguments.size() % 2 != 0) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Function map requires even number of arguments, but " + arguments.size() + " given");
        }
        List<Argument> keys = new ArrayList<>();
        List<Argument> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            (i % 2 == 0 ? keys : values).add(arguments.get(i));
        }
        BoundScalar keyArray = context.functions().bindScalar("array", keys, context);
        BoundScalar valueArray = context.functions().bindScalar("array", values, context);
        DataType key = ((ArrayType) keyArray.type()).element();
        return new Bound(MapTypes.of("map", key, ((ArrayType) valueArray.type()).element()), keyArray, valueArray);
    }

    /** Keys and values as arrays side by side. */
    private record Bound(MapType type, BoundScalar keys, BoundScalar values) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column[] left = new Column[arguments.length / 2];
            Column[] right = new Column[arguments.length / 2];
            for (int i = 0; i < left.length; i++) {
                left[i] = arguments[2 * i];
                right[i] = arguments[2 * i + 1];
            }
            ArrayColumn keyArrays = plainArray(keys.evaluate(left, rows, context));
            ArrayColumn valueArrays = plainArray(values.evaluate(right, rows, context));
            return MapTypes.column(keyArrays.offsets(), keyArrays.elements(), valueArrays.elements(), rows);
        }

        private static ArrayColumn plainArray(Column column) {
            return (ArrayColumn)
                    (column instanceof ConstColumn c ? c.value().gather(new int[c.rows()], c.rows()) : column);
        }
    }
}
