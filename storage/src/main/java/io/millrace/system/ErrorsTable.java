package io.millrace.system;

import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.errors: every error code; how often they happened is not counted. */
@Builtin("errors")
final class ErrorsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, code Int32, value UInt64, last_error_time DateTime, last_error_message String,
            last_error_format_string String, last_error_trace Array(UInt64), remote UInt8, query_id String""");

    ErrorsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        for (ErrorCode code : ErrorCode.values()) {
            rows.row().set("name", code.name()).set("code", code.number());
        }
        return rows.build();
    }
}
