package io.millrace.functions.scalar.map;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.array.Coercion;
import io.millrace.functions.scalar.array.Positions;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.List;

/** Base of mapAdd and mapSubtract: values of equal keys are combined, the keys come out sorted. */
abstract class MapArithmetic implements ScalarFunction {
    private final String name;
    private final boolean subtract;

    MapArithmetic(String name, boolean subtract) {
        this.name = name;
        this.subtract = subtract;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2, Integer.MAX_VALUE);
        List<MapType> maps =
                arguments.stream().map(a -> MapTypes.require(name, a.type())).toList();
        DataType key = Supertype.leastOrThrow(maps.stream().map(MapType::key).toList());
        boolean floats = maps.stream().allMatch(m -> m.value() instanceof FloatType);
        boolean integers = maps.stream().allMatch(m -> m.value() instanceof IntegerType i && i.bits() <= 64);
        if (!floats && !integers) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "All value types in " + name + " should be either or float or integer");
        }
        boolean signed = maps.stream().anyMatch(m -> m.value() instanceof IntegerType i && i.signed());
        DataType value = floats ? Types.FLOAT64 : signed ? Types.INT64 : Types.UINT64;
        MapType result = new MapType(key, value);
        List<Coercion> coercions = maps.stream()
                .map(m -> Coercion.of(m.asArray(), result.asArray(), context))
                .toList();
        return new Bound(result, coercions, ValueOrder.of(key), subtract);
    }

    /** The arithmetic of some map types. */
    private record Bound(MapType type, List<Coercion> coercions, ValueOrder order, boolean subtract)
            implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn[] maps = new ArrayColumn[arguments.length];
            ColumnBuilder joined = ColumnBuilder.of(type.asArray().element(), rows);
            int[] bases = new int[arguments.length];
            for (int i = 0; i < maps.length; i++) {
                maps[i] = MapTypes.plain(coercions.get(i).apply(arguments[i], rows, context));
                bases[i] = joined.rows();
                joined.appendRange(maps[i].elements(), 0, maps[i].elements().rows());
            }
            TupleColumn pairs = (TupleColumn) joined.build();
            Column keys = pairs.elements().get(0);
            Column values = pairs.elements().get(1);
            Positions out = new Positions(rows, pairs.rows());
            List<Number> results = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                List<Integer> chosen = new ArrayList<>();
                List<Number> sums = new ArrayList<>();
                for (int m = 0; m < maps.length; m++) {
                    for (int i = bases[m] + maps[m].offsets()[row]; i < bases[m] + maps[m].offsets()[row + 1]; i++) {
                        add(keys, values, i, m > 0 && subtract, chosen, sums);
                    }
                }
                chosen.forEach(out::add);
                results.addAll(sums);
                out.endRow();
            }
            ArrayColumn keyArrays = out.build(keys);
            return MapTypes.column(keyArrays.offsets(), keyArrays.elements(), numbers(results), rows);
        }

        private void add(Column keys, Column values, int i, boolean minus, List<Integer> chosen, List<Number> sums) {
            int at = 0;
            int comparison = -1;
            while (at < chosen.size() && (comparison = order.compare(keys, chosen.get(at), keys, i, 1)) < 0) {
                at++;
            }
            Number value = values instanceof DoubleColumn d
                    ? (Number) (minus ? -d.values()[i] : d.values()[i])
                    : (Number) (minus ? -((LongColumn) values).values()[i] : ((LongColumn) values).values()[i]);
            if (at < chosen.size() && comparison == 0) {
                Number sum = values instanceof DoubleColumn
                        ? (Number) (sums.get(at).doubleValue() + value.doubleValue())
                        : (Number) (sums.get(at).longValue() + value.longValue());
                sums.set(at, sum);
            } else {
                chosen.add(at, i);
                sums.add(at, value);
            }
        }

        private Column numbers(List<Number> results) {
            if (type.value() instanceof FloatType) {
                double[] doubles =
                        results.stream().mapToDouble(Number::doubleValue).toArray();
                return new DoubleColumn(doubles, doubles.length);
            }
            long[] longs = results.stream().mapToLong(Number::longValue).toArray();
            return new LongColumn(longs, longs.length);
        }
    }
}
