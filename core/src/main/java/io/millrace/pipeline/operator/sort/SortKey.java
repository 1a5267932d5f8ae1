package io.millrace.pipeline.operator.sort;

/**
 * One key of an order: a column of the block and how its values are ordered.
 *
 * @param column index of the column
 * @param nullsFirst where NULL and NaN go; ClickHouse's default is last in both directions
 */
public record SortKey(int column, boolean descending, boolean nullsFirst) {}
