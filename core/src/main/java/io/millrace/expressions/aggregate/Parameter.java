package io.millrace.expressions.aggregate;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;

/**
 * A constant parameter of an aggregate function, the 0.9 of {@code quantile(0.9)(x)}.
 *
 * @param value a plain column of one row
 * @param text as it stands in type names
 */
public record Parameter(DataType type, Column value, String text) {}
