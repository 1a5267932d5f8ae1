package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.text.DateText;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.DataType.NothingType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import java.util.Arrays;

/** Conversion of columns from any type to any other, NULLs and dictionaries included: the one entry for everybody who needs a cast. */
public final class Casts {
    private Casts() {}

    /**
     * A function of one argument of type {@code from}. The result type is {@code to}, made Nullable when the mode gives NULL for what cannot be converted.
     *
     * @throws DbException CANNOT_CONVERT_TYPE when there is no such conversion
     */
    public static BoundScalar bind(DataType from, DataType to, CastMode mode, BindContext context) {
        DataType type = mode.givesNull() ? Types.nullable(to) : to;
        DataType source = Types.withoutSimpleAggregate(from);
        if (source.equals(Types.withoutSimpleAggregate(type))) {
            return new Unchanged(type);
        }
        DataType bareSource = Types.withoutNullable(Types.withoutLowCardinality(source));
        DataType bareTarget = Types.withoutNullable(Types.withoutLowCardinality(Types.withoutSimpleAggregate(type)));
        Conversion conversion = bareSource instanceof NothingType
                ? (values, rows, failures) -> defaults(bareTarget, rows)
                : Conversions.of(bareSource, bareTarget, mode, context);
        boolean fromText = Types.isStringLike(bareSource) && !Types.isStringLike(bareTarget);
        boolean collect = mode.givesNull()
                || mode == CastMode.TEXT_OR_ZERO
                || fromText && type.isNullable() && mode == CastMode.CAST;
        return new Bound(type, conversion, collect, mode == CastMode.TEXT_OR_ZERO);
    }

    /** A column of zeros, empty strings and so on; the default of Date32 is its first day. */
    static Column defaults(DataType type, int rows) {
        if (type instanceof DataType.Date32Type) {
            int[] days = new int[rows];
            Arrays.fill(days, DateText.DATE32_MIN);
            return new IntColumn(days, rows);
        }
        ColumnBuilder builder = ColumnBuilder.of(type, rows);
        builder.appendDefaults(rows);
        return builder.build();
    }

    private record Unchanged(DataType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return arguments[0];
        }
    }

    private record Bound(DataType type, Conversion conversion, boolean collect, boolean zero) implements BoundScalar {
        @Override
        public boolean mayFail() {
            return !collect;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column column = arguments[0];
            if (column instanceof ConstColumn constant) {
                return new ConstColumn(convert(constant.value(), 1).plain(), rows);
            }
            if (column instanceof DictionaryColumn dictionary
                    && type instanceof LowCardinalityType
                    && dictionary.dictionary().rows() <= rows) {
                Column entries = plainConverted(
                        dictionary.dictionary(), dictionary.dictionary().rows());
                return new DictionaryColumn(dictionary.codes(), entries, rows);
            }
            return convert(column, rows);
        }

        private Column convert(Column column, int rows) {
            Column values = plainConverted(column.plain(), rows);
            if (!(type instanceof LowCardinalityType low)) {
                return values;
            }
            DictionaryColumn.Builder builder = new DictionaryColumn.Builder(low.nested(), rows);
            builder.appendRange(values, 0, rows);
            return builder.build();
        }

        private Column plainConverted(Column column, int rows) {
            boolean nullable = column instanceof NullableColumn;
            byte[] nulls = column instanceof NullableColumn n ? n.nulls() : new byte[0];
            Column source = column instanceof NullableColumn n ? n.values() : column;
            if (nullable && !type.isNullable() && !zero && hasNull(nulls, rows)) {
                throw new DbException(
                        ErrorCode.CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN,
                        "Cannot convert NULL value to non-Nullable type");
            }
            Failures failures = Failures.of(collect, nulls);
            Column values = conversion.convert(source.plain(), rows, failures);
            if (!type.isNullable()) {
                return values;
            }
            if (!nullable && !failures.any() && values instanceof NullableColumn) {
                return values;
            }
            byte[] map = failures.marks(rows);
            for (int i = 0; i < Math.min(rows, nulls.length); i++) {
                map[i] |= nulls[i];
            }
            return new NullableColumn(map, values instanceof NullableColumn n ? n.values() : values);
        }

        private static boolean hasNull(byte[] nulls, int rows) {
            int any = 0;
            for (int i = 0; i < rows; i++) {
                any |= nulls[i];
            }
            return any != 0;
        }
    }
}
