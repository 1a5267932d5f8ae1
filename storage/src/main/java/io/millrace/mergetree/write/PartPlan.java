package io.millrace.mergetree.write;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.mergetree.part.PartName;
import java.util.List;
import java.util.Map;

/**
 * What is known of a new part before its columns are written.
 *
 * @param bytes raw bytes of all rows, as they are in memory; decides on Wide or Compact
 * @param defaults about which share of each column's values are defaults, by name; decides on sparse columns
 * @param granuleRows rows per granule
 * @param keyTypes types of the primary key expressions; empty when there is no key
 * @param keyRows the key of the first row of each granule and of the last row; one column per expression
 * @param partitionTypes types of the partition expressions
 * @param partitionValues one plain column of one row per partition expression
 * @param minMax columns of two rows, by name
 */
public record PartPlan(
        PartName name,
        List<ColumnPlan> columns,
        long rows,
        long bytes,
        Map<String, Double> defaults,
        int granuleRows,
        List<DataType> keyTypes,
        List<Column> keyRows,
        List<DataType> partitionTypes,
        List<Column> partitionValues,
        Map<String, Column> minMax,
        Map<String, DataType> minMaxTypes) {}
