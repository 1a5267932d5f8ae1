package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.Optional;

/** Base of parseDateTime and its variants. */
abstract class PatternFunction implements ScalarFunction {
    private static final String DEFAULT_FORMAT = "%Y-%m-%d %H:%i:%s";

    private final String name;
    private final CastMode mode;

    PatternFunction(String name, CastMode mode) {
        this.name = name;
        this.mode = mode;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, 3);
        if (!Types.isStringLike(arguments.getFirst().type())) {
            throw Signature.illegalType(name, arguments.getFirst().type());
        }
        String format = arguments.size() > 1 ? arguments.get(1).requireConstantText(name, "format") : DEFAULT_FORMAT;
        String zone = arguments.size() > 2
                ? arguments.get(2).requireConstantText(name, "timezone")
                : context.zone().getId();
        DataType bare = new DateTimeType(Optional.of(zone));
        return new Bound(mode.givesNull() ? Types.nullable(bare) : bare, format, TimeZone.of(zone), mode);
    }

    private record Bound(DataType type, String format, TimeZone zone, CastMode mode) implements BoundScalar {
        @Override
        public boolean mayFail() {
            return mode == CastMode.CAST;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextRows text = TextRows.of(arguments[0].plain());
            DateTimePattern pattern = new DateTimePattern(format);
            Failures failures = Failures.of(mode != CastMode.CAST, new byte[0]);
            long[] seconds = new long[rows];
            for (int i = 0; i < rows; i++) {
                try {
                    seconds[i] = pattern.parse(text.bytes(), text.from(i), text.length(i), zone);
                } catch (DbException e) {
                    failures.fail(i, rows, e);
                }
            }
            Column values = Narrowing.ofLongs(seconds, rows, Types.DATETIME);
            return type.isNullable() ? new NullableColumn(failures.marks(rows), values) : values;
        }
    }
}
