package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** information_schema.columns: the columns of all tables. */
@Builtin("information_schema.columns")
final class InformationSchemaColumns implements SystemTable {
    private static final Header HEADER = InformationSchema.header("""
            table_catalog String, table_schema String, table_name String, column_name String, ordinal_position
            UInt64, column_default String, is_nullable String, data_type String, character_maximum_length
            Nullable(UInt64), character_octet_length Nullable(UInt64), numeric_precision Nullable(UInt64),
            numeric_precision_radix Nullable(UInt64), numeric_scale Nullable(UInt64), datetime_precision
            Nullable(UInt64), character_set_catalog Nullable(String), character_set_schema Nullable(String),
            character_set_name Nullable(String), collation_catalog Nullable(String), collation_schema
            Nullable(String), collation_name Nullable(String), domain_catalog Nullable(String), domain_schema
            Nullable(String), domain_name Nullable(String), extra Nullable(String), column_comment String,
            column_type String""");

    /** Columns of system.columns under their names here. */
    private static final Map<String, String> SOURCES = Map.of(
            "table_catalog", "database",
            "table_schema", "database",
            "table_name", "table",
            "column_name", "name",
            "ordinal_position", "position",
            "column_default", "default_expression",
            "data_type", "type",
            "column_type", "type",
            "character_maximum_length", "character_octet_length",
            "column_comment", "comment");

    InformationSchemaColumns() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {

        Block columns = new ColumnsTable().rows(context);
        Header header = columns.header();
        List<Column> same = new ArrayList<>();
        for (Header.Field field : HEADER.fields().subList(0, HEADER.width() / 2)) {
            String source = SOURCES.getOrDefault(field.name(), field.name());
            OptionalInt index = header.find(source);
            same.add(index.isPresent() ? columns.column(index.getAsInt()) : derived(field, columns));
        }
        return InformationSchema.doubled(HEADER, same, columns.rows());
    }

    private static Column derived(Header.Field field, Block columns) {
        ColumnBuilder builder = ColumnBuilder.of(field.type(), columns.rows());
        StringColumn types = (StringColumn) columns.column(columns.header().index("type"));
        StringColumn kinds = (StringColumn) columns.column(columns.header().index("default_kind"));
        for (int row = 0; row < columns.rows(); row++) {
            switch (builder) {
                case StringColumn.Builder nullable
                when field.name().equals("is_nullable") ->
                    nullable.append(types.text(row).startsWith("Nullable(") ? "1" : "0");
                case NullableColumn.Builder extra
                when field.name().equals("extra") -> {
                    extra.appendNotNull();
                    ((StringColumn.Builder) extra.values()).append(extra(kinds.text(row)));
                }
                default -> builder.appendDefault();
            }
        }
        return builder.build();
    }

    private static String extra(String defaultKind) {
        return switch (defaultKind) {
            case "DEFAULT" -> "DEFAULT_GENERATED";
            case "MATERIALIZED" -> "STORED GENERATED";
            case "ALIAS" -> "VIRTUAL GENERATED";
            default -> "";
        };
    }
}
