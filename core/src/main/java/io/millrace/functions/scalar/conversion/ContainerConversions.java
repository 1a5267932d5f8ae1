package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Repeated;
import java.util.ArrayList;
import java.util.List;

/** Arrays, tuples and maps: their elements are cast. */
final class ContainerConversions {
    private ContainerConversions() {}

    static Conversion toArray(DataType from, ArrayType to, CastMode mode, BindContext context) {
        DataType element = switch (from) {
            case ArrayType a -> a.element();
            case MapType m -> m.asArray().element();
            default ->
                throw new DbException(
                        ErrorCode.TYPE_MISMATCH,
                        "CAST AS Array can only be performed between same-dimensional Array, Map or String types");
        };
        BoundScalar cast = Casts.bind(element, to.element(), elements(mode), context);
        return (values, rows, failures) -> array((ArrayColumn) values, rows, cast);
    }

    /** Elements do not become NULL one by one. */
    private static CastMode elements(CastMode mode) {
        return mode.isAccurate() ? CastMode.ACCURATE : CastMode.CAST;
    }

    private static ArrayColumn array(ArrayColumn values, int rows, BoundScalar cast) {
        Column elements = values.elements();
        Column converted = cast.evaluate(new Column[] {elements}, elements.rows(), EvaluationContext.unlimited());
        Column full = Repeated.full(converted);
        return new ArrayColumn(values.offsets(), full, rows);
    }

    static Conversion toMap(DataType from, MapType to, CastMode mode, BindContext context) {
        return switch (from) {
            case MapType m -> toArray(m.asArray(), to.asArray(), mode, context);
            case ArrayType a
            when a.element() instanceof TupleType t && t.elements().size() == 2 ->
                toArray(a, to.asArray(), mode, context);
            case ArrayType a
            when a.element() instanceof DataType.NothingType -> toArray(a, to.asArray(), mode, context);
            case TupleType t
            when t.elements().size() == 2
                    && t.elements().get(0) instanceof ArrayType keys
                    && t.elements().get(1) instanceof ArrayType mapped -> {
                BoundScalar key = Casts.bind(keys.element(), to.key(), elements(mode), context);
                BoundScalar value = Casts.bind(mapped.element(), to.value(), elements(mode), context);
                yield (values, rows, failures) -> zipped((TupleColumn) values, rows, key, value);
            }
            default ->
                throw new DbException(
                        ErrorCode.TYPE_MISMATCH,
                        "Unsupported types to CAST AS Map. Left type: " + from.name() + ", right type: " + to.name());
        };
    }

    /** Map from a tuple of keys and values. */
    private static Column zipped(TupleColumn values, int rows, BoundScalar key, BoundScalar value) {
        ArrayColumn keys = array(compact((ArrayColumn) values.elements().get(0), rows), rows, key);
        ArrayColumn mapped = array(compact((ArrayColumn) values.elements().get(1), rows), rows, value);
        for (int i = 0; i < rows; i++) {
            if (keys.offsets()[i + 1] != mapped.offsets()[i + 1]) {
                throw new DbException(
                        ErrorCode.TYPE_MISMATCH,
                        "CAST AS Map from tuple requires same size of arrays of keys and values");
            }
        }
        Column pairs = new TupleColumn(
                List.of(keys.elements(), mapped.elements()), keys.elements().rows());
        return new ArrayColumn(keys.offsets(), pairs, rows);
    }

    /** The same array with elements from 0 on. */
    private static ArrayColumn compact(ArrayColumn array, int rows) {
        int[] offsets = array.offsets();
        int first = offsets[0];
        if (first == 0 && array.elements().rows() == offsets[rows]) {
            return array;
        }
        int[] moved = new int[rows + 1];
        for (int i = 0; i <= rows; i++) {
            moved[i] = offsets[i] - first;
        }
        return new ArrayColumn(moved, array.elements().slice(first, offsets[rows]), rows);
    }

    static Conversion toTuple(DataType from, TupleType to, CastMode mode, BindContext context) {
        if (!(from instanceof TupleType source)) {
            throw new DbException(
                    ErrorCode.TYPE_MISMATCH,
                    "CAST AS Tuple can only be performed between tuple types or from String. Left type: " + from.name()
                            + ", right type: " + to.name());
        }
        if (source.elements().size() != to.elements().size()) {
            throw new DbException(
                    ErrorCode.TYPE_MISMATCH,
                    "CAST AS Tuple can only be performed between tuple types with the same number of elements. Left type: "
                            + from.name() + ", right type: " + to.name());
        }
        List<BoundScalar> casts = new ArrayList<>();
        for (int i = 0; i < to.elements().size(); i++) {
            casts.add(Casts.bind(source.elements().get(i), to.elements().get(i), elements(mode), context));
        }
        return (values, rows, failures) -> {
            List<Column> result = new ArrayList<>();
            for (int i = 0; i < casts.size(); i++) {
                Column[] element = {((TupleColumn) values).elements().get(i)};
                Column converted = casts.get(i).evaluate(element, rows, EvaluationContext.unlimited());
                result.add(Repeated.full(converted));
            }
            return new TupleColumn(result, rows);
        };
    }
}
