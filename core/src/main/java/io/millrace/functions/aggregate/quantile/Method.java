package io.millrace.functions.aggregate.quantile;

import io.millrace.data.type.DataType;

/** A method of computing quantiles. Stateless. */
interface Method {
    /** Type of one quantile of values of a type. */
    DataType resultType(DataType argument);

    /** Whether the results are {@code raws} and not doubles. */
    boolean picksValues();

    /** Whether there is a second argument: weight or determinator. */
    default boolean takesWeight() {
        return false;
    }

    QuantileSketch sketch(DataType argument);

    /** The name of a plain number's result: for dates the same type, otherwise the given one. */
    static DataType datesOr(DataType argument, DataType other) {
        return switch (argument) {
            case DataType.DateType d -> argument;
            case DataType.Date32Type d -> argument;
            case DataType.DateTimeType d -> argument;
            case DataType.DateTime64Type d -> argument;
            case DataType.DecimalType d -> argument;
            default -> other;
        };
    }
}
