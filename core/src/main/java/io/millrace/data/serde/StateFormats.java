package io.millrace.data.serde;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType.AggregateStateType;

/** Finds the {@link StateFormat} of a type; handed in by the layer that knows aggregate functions. Thread-safe. */
public interface StateFormats {
    /** For places where no states can occur: asking is NOT_IMPLEMENTED. */
    StateFormats NONE = type -> {
        throw new DbException(ErrorCode.NOT_IMPLEMENTED, "States of " + type.name() + " cannot be read here");
    };

    StateFormat of(AggregateStateType type);
}
