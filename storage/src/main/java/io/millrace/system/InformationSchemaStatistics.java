package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** information_schema.statistics: empty, since there are no such indexes. */
@Builtin("information_schema.statistics")
final class InformationSchemaStatistics implements SystemTable {
    private static final Header HEADER = InformationSchema.header("""
            table_catalog String, table_schema String, table_name String, non_unique Int32, index_schema String,
            index_name Nullable(String), seq_in_index UInt32, column_name Nullable(String), collation
            Nullable(String), cardinality Nullable(Int64), sub_part Nullable(Int64), packed Nullable(String),
            nullable String, index_type String, comment String, index_comment String, is_visible String,
            expression Nullable(String)""");

    InformationSchemaStatistics() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = InformationSchema.rows(HEADER);
        return InformationSchema.block(HEADER, rows);
    }
}
