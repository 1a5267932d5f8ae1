package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.List;

/** system.data_type_families: the names that types begin with. */
@Builtin("data_type_families")
final class DataTypeFamiliesTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, case_insensitive UInt8, alias_to String, description String, syntax String, examples
            String, introduced_in String, related Array(String)""");

    private static final List<String> EXACT = List.of(
            "AggregateFunction",
            "Array",
            "Enum16",
            "Enum8",
            "FixedString",
            "Float32",
            "Float64",
            "IPv4",
            "IPv6",
            "Int128",
            "Int16",
            "Int256",
            "Int32",
            "Int64",
            "Int8",
            "IntervalDay",
            "IntervalHour",
            "IntervalMicrosecond",
            "IntervalMillisecond",
            "IntervalMinute",
            "IntervalMonth",
            "IntervalNanosecond",
            "IntervalQuarter",
            "IntervalSecond",
            "IntervalWeek",
            "IntervalYear",
            "LowCardinality",
            "Map",
            "Nested",
            "Nothing",
            "Nullable",
            "SimpleAggregateFunction",
            "String",
            "Tuple",
            "UInt128",
            "UInt16",
            "UInt256",
            "UInt32",
            "UInt64",
            "UInt8",
            "UUID");
    private static final List<String> ANY_CASE = List.of(
            "Bool",
            "Date",
            "Date32",
            "DateTime",
            "DateTime32",
            "DateTime64",
            "Decimal",
            "Decimal128",
            "Decimal256",
            "Decimal32",
            "Decimal64",
            "Enum");

    DataTypeFamiliesTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        EXACT.forEach(name -> rows.row().set("name", name));
        ANY_CASE.forEach(name -> rows.row().set("name", name).set("case_insensitive", true));
        return rows.build();
    }
}
