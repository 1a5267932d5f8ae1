package io.millrace.functions.scalar.conversion;

import io.millrace.data.column.Column;

/** Computes a column of one type from a plain column of another, without NULLs. Stateless; threads share it. */
@FunctionalInterface
interface Conversion {
    /**
     * @param failures where rows that cannot be converted are marked; their values are zero then
     */
    Column convert(Column values, int rows, Failures failures);
}
