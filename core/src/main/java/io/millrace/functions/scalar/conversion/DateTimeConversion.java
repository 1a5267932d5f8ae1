package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.Optional;

/**
 * Base of toDateTime(x[, zone]) and toDateTime64(x, precision[, zone]); a zone that is not given is kept from the argument. With a number behind x toDateTime
 * is toDateTime64, as in ClickHouse.
 */
abstract class DateTimeConversion extends TypeConversion {
    private final boolean precise;

    DateTimeConversion(String name, boolean precise, CastMode mode) {
        super(name, mode);
        this.precise = precise;
    }

    @Override
    DataType target(List<Argument> arguments, BindContext context) {
        boolean precise = this.precise
                || arguments.size() > 1 && Types.bare(arguments.get(1).type()) instanceof DataType.IntegerType;
        int zoneIndex = precise ? 2 : 1;
        Signature.count(name(), arguments, zoneIndex, zoneIndex + 1);
        Optional<String> zone = zone(arguments, zoneIndex);
        if (!precise) {
            return new DateTimeType(zone);
        }
        int precision = constantInt(arguments, 1, "precision");
        if (precision < 0 || precision > 9) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND, "Scale " + precision + " is out of bounds (max scale: 9)");
        }
        return new DateTime64Type(precision, zone);
    }

    private Optional<String> zone(List<Argument> arguments, int index) {
        if (arguments.size() > index) {
            String zone = arguments.get(index).requireConstantText(name(), "timezone");
            return zone.isEmpty() ? Optional.empty() : Optional.of(zone);
        }
        return switch (arguments.getFirst().type()) {
            case DateTimeType d -> d.zone();
            case DateTime64Type d -> d.zone();
            default -> Optional.empty();
        };
    }
}
