package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Base of negate and abs. */
abstract class UnaryArithmetic implements ScalarFunction {
    private final String name;
    private final Function<DataType, Optional<DataType>> promotion;

    UnaryArithmetic(String name, Function<DataType, Optional<DataType>> promotion) {
        this.name = name;
        this.promotion = promotion;
    }

    abstract long of(long value);

    abstract double of(double value);

    abstract BigInteger of(BigInteger value);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        DataType from = arguments.getFirst().type();
        if (from instanceof TupleType tuple) {
            List<BoundScalar> elements = new ArrayList<>();
            for (DataType element : tuple.elements()) {
                elements.add(context.functions().bindScalar(name, List.of(Argument.value(name, element)), context));
            }
            return new Elements(
                    new TupleType(elements.stream().map(BoundScalar::type).toList(), List.of()), elements);
        }
        DataType type = from instanceof IntervalType
                ? from
                : promotion.apply(from).orElseThrow(() -> Signature.illegalType(name, from));
        return new Bound(type, from, this);
    }

    private record Bound(DataType type, DataType from, UnaryArithmetic operation) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column values = arguments[0].plain();
            if (from instanceof FloatType) {
                double[] result = new double[rows];
                double[] source = Widening.doubles(values, from, rows);
                for (int i = 0; i < rows; i++) {
                    result[i] = operation.of(source[i]);
                }
                return from.equals(Types.FLOAT32)
                        ? (FloatColumn) Narrowing.ofDoubles(result, rows, from)
                        : new DoubleColumn(result, rows);
            }
            if (!Numbers.fitsLong(from)) {
                BigInteger[] result = new BigInteger[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = operation.of(Numbers.bigAt(values, i, from));
                }
                return Narrowing.ofBigs(result, rows, type);
            }
            boolean signed = Numbers.isSigned(from);
            long[] source = Widening.longs(values, signed, rows);
            if (!signed && type.equals(from)) {
                return Narrowing.ofLongs(source, rows, type);
            }
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = operation.of(source[i]);
            }
            return Narrowing.ofLongs(result, rows, type);
        }
    }

    /** A tuple, element by element. */
    private record Elements(DataType type, List<BoundScalar> elements) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TupleColumn tuple = (TupleColumn) arguments[0].plain();
            List<Column> result = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                Column[] one = {tuple.elements().get(i)};
                result.add(elements.get(i).evaluate(one, rows, context).plain());
            }
            return new TupleColumn(result, rows);
        }
    }
}
