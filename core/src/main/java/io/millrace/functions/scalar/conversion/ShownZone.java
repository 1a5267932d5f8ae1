package io.millrace.functions.scalar.conversion;

import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.expressions.function.Argument;
import java.util.Optional;

/** A zone argument of a conversion: the time is taken as one of that zone. */
final class ShownZone {
    private ShownZone() {}

    /** The type of the same values, in the zone a constant text names. */
    static DataType of(String function, DataType type, Argument zone) {
        Optional<String> name =
                Optional.of(zone.requireConstantText(function, "timezone")).filter(z -> !z.isEmpty());
        return switch (type) {
            case DateTimeType d -> new DateTimeType(name);
            case DateTime64Type d -> new DateTime64Type(d.precision(), name);
            default -> type;
        };
    }
}
