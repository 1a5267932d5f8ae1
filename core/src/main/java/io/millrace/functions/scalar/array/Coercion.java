package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import java.util.ArrayList;
import java.util.List;

/** Brings values of one type into the layout of a common supertype. Immutable; threads share it. */
public interface Coercion {
    Column apply(Column column, int rows, EvaluationContext context);

    /** The way from a type to another that holds all its values. */
    static Coercion of(DataType from, DataType to, BindContext context) {
        if (from.equals(to)) {
            return (column, rows, evaluation) -> column;
        }
        Coercion plain = ofPlain(from, to, context);
        return (column, rows, evaluation) -> column instanceof ConstColumn c
                ? new ConstColumn(plain.apply(c.value(), 1, evaluation).plain(), rows)
                : plain.apply(column, rows, evaluation);
    }

    private static Coercion ofPlain(DataType from, DataType to, BindContext context) {
        if (from.equals(Types.NOTHING) || from.equals(Types.NULL)) {
            return (column, rows, evaluation) -> {
                ColumnBuilder builder = ColumnBuilder.of(to, rows);
                builder.appendDefaults(rows);
                return builder.build();
            };
        }
        if (from instanceof ArrayType a && to instanceof ArrayType b) {
            Coercion elements = of(a.element(), b.element(), context);
            return (column, rows, evaluation) -> {
                ArrayColumn array = (ArrayColumn) column;
                Column inner = array.elements();
                return new ArrayColumn(array.offsets(), elements.apply(inner, inner.rows(), evaluation), rows);
            };
        }
        if (from instanceof TupleType a
                && to instanceof TupleType b
                && a.elements().size() == b.elements().size()) {
            List<Coercion> elements = new ArrayList<>();
            for (int i = 0; i < a.elements().size(); i++) {
                elements.add(of(a.elements().get(i), b.elements().get(i), context));
            }
            return (column, rows, evaluation) -> {
                List<Column> result = new ArrayList<>();
                for (int i = 0; i < elements.size(); i++) {
                    result.add(elements.get(i)
                            .apply(((TupleColumn) column).elements().get(i), rows, evaluation));
                }
                return new TupleColumn(result, rows);
            };
        }
        if (to instanceof NullableType n) {
            Coercion values = of(Types.withoutNullable(Types.withoutLowCardinality(from)), n.nested(), context);
            return (column, rows, evaluation) -> switch (column.plain()) {
                case NullableColumn nulls ->
                    new NullableColumn(
                            nulls.nulls(),
                            values.apply(nulls.values(), rows, evaluation).plain());
                case Column plain ->
                    new NullableColumn(
                            new byte[rows],
                            values.apply(plain, rows, evaluation).plain());
            };
        }
        if (from instanceof LowCardinalityType l) {
            Coercion values = of(l.nested(), to, context);
            return (column, rows, evaluation) -> values.apply(column.plain(), rows, evaluation);
        }
        Column name = StringColumn.of(to.name());
        BoundScalar cast = context.functions()
                .bindScalar(
                        "_CAST",
                        List.of(Argument.value("value", from), Argument.constant("type", Types.STRING, name)),
                        context);
        return (column, rows, evaluation) -> cast.evaluate(
                        new Column[] {column, new ConstColumn(name, rows)}, rows, evaluation)
                .plain();
    }
}
