package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.KeyClause;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** system.columns: the columns of all tables. */
@Builtin("columns")
final class ColumnsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            database String, table String, name String, type String, position UInt64, default_kind String,
            default_expression String, data_compressed_bytes UInt64, data_uncompressed_bytes UInt64, marks_bytes
            UInt64, comment String, is_in_partition_key UInt8, is_in_sorting_key UInt8, is_in_primary_key UInt8,
            is_in_sampling_key UInt8, compression_codec String, character_octet_length Nullable(UInt64),
            numeric_precision Nullable(UInt64), numeric_precision_radix Nullable(UInt64), numeric_scale
            Nullable(UInt64), datetime_precision Nullable(UInt64), serialization_hint Nullable(String),
            statistics String""");

    ColumnsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("column", "name");
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        for (Table table : CatalogTables.all(context.catalog())) {
            List<ColumnDefinition> columns = table.definition().columns();
            for (int i = 0; i < columns.size(); i++) {
                add(table, columns.get(i), i + 1, rows.row());
            }
        }
        return rows.build();
    }

    private static void add(Table table, ColumnDefinition column, int position, SystemRows rows) {
        boolean computed = column.defaultKind() != ColumnDefinition.DefaultKind.NONE;
        rows.set("database", table.id().database())
                .set("table", table.id().name())
                .set("name", column.name())
                .set("type", column.type().name())
                .set("position", position)
                .set("default_kind", computed ? column.defaultKind().name() : "")
                .set("default_expression", column.defaultText())
                .set("comment", column.comment())
                .set("is_in_partition_key", isIn(table.definition().partitionBy(), column))
                .set("is_in_sorting_key", isIn(table.definition().orderBy(), column))
                .set("is_in_primary_key", isIn(table.definition().primaryKey(), column))
                .set("compression_codec", column.codec());
        switch (Types.withoutNullable(column.type())) {
            case DataType.IntegerType t -> number(rows, t.bits(), 2, OptionalLong.of(0));
            case DataType.FloatType t -> number(rows, t.bits(), 2, OptionalLong.empty());
            case DataType.DecimalType t -> number(rows, t.precision(), 10, OptionalLong.of(t.scale()));
            case DataType.DateTime64Type t -> rows.set("datetime_precision", t.precision());
            case DataType.DateTimeType t -> rows.set("datetime_precision", 0);
            case DataType.DateType t -> rows.set("datetime_precision", 0);
            case DataType.Date32Type t -> rows.set("datetime_precision", 0);
            case DataType.FixedStringType t -> rows.set("character_octet_length", t.length());
            default -> {
                // has neither digits nor a length
            }
        }
    }

    private static void number(SystemRows rows, int precision, int radix, OptionalLong scale) {
        rows.set("numeric_precision", precision)
                .set("numeric_precision_radix", radix)
                .set("numeric_scale", scale);
    }

    private static boolean isIn(KeyClause key, ColumnDefinition column) {
        return DefinitionTexts.columns(key).contains(column.name());
    }
}
