package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.type.DataType;
import java.util.Optional;

/** The result type of an operation on two types, empty when there is none. */
@FunctionalInterface
interface Promotion {
    Optional<DataType> of(DataType a, DataType b);
}
