package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.text.BestEffortDateTime;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
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

/** Base of parseDateTimeBestEffort, parseDateTime64BestEffort and their variants. */
abstract class BestEffortFunction implements ScalarFunction {
    private final String name;
    private final boolean precise;
    private final boolean monthFirst;
    private final CastMode mode;

    BestEffortFunction(String name, boolean precise, boolean monthFirst, CastMode mode) {
        this.name = name;
        this.precise = precise;
        this.monthFirst = monthFirst;
        this.mode = mode;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, precise ? 3 : 2);
        DataType from = arguments.getFirst().type();
        if (!Types.isStringLike(from)) {
            throw Signature.illegalType(name, from);
        }
        int precision = precise ? 3 : 0;
        int zoneIndex = 1;
        if (precise
                && arguments.size() > 1
                && !Types.isStringLike(arguments.get(1).type())) {
            long given = arguments.get(1).requireConstantInteger(name, "precision");
            if (given < 0 || given > 9) {
                throw new DbException(
                        ErrorCode.ARGUMENT_OUT_OF_BOUND, "Scale " + given + " is out of bounds (max scale: 9)");
            }
            precision = (int) given;
            zoneIndex = 2;
        }
        Optional<String> zone = zone(arguments, zoneIndex);
        DataType bare = precise ? new DateTime64Type(precision, zone) : new DateTimeType(zone);
        TimeZone timeZone = TimeZone.of(zone.orElse(context.zone().getId()));
        return new Bound(mode.givesNull() ? Types.nullable(bare) : bare, bare, timeZone, precision, monthFirst, mode);
    }

    private Optional<String> zone(List<Argument> arguments, int index) {
        if (arguments.size() <= index) {
            return Optional.empty();
        }
        String zone = arguments.get(index).requireConstantText(name, "timezone");
        return zone.isEmpty() ? Optional.empty() : Optional.of(zone);
    }

    private record Bound(DataType type, DataType bare, TimeZone zone, int precision, boolean monthFirst, CastMode mode)
            implements BoundScalar {
        @Override
        public boolean mayFail() {
            return mode == CastMode.CAST;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextRows text = TextRows.of(arguments[0].plain());
            Failures failures = Failures.of(mode != CastMode.CAST, new byte[0]);
            long[] ticks = new long[rows];
            for (int i = 0; i < rows; i++) {
                int from = text.from(i);
                try {
                    ticks[i] = BestEffortDateTime.parse(
                            text.bytes(), from, from + text.length(i), zone, precision, monthFirst);
                } catch (DbException e) {
                    failures.fail(i, rows, e);
                }
                if (bare instanceof DateTimeType) {
                    ticks[i] = Math.clamp(ticks[i], 0, 0xFFFF_FFFFL);
                }
            }
            Column values =
                    bare instanceof DateTimeType ? Narrowing.ofLongs(ticks, rows, bare) : new LongColumn(ticks, rows);
            return type.isNullable() ? new NullableColumn(failures.marks(rows), values) : values;
        }
    }
}
