package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.quotas_usage: what was used of all quotas. */
@Builtin("quotas_usage")
final class QuotasUsageTable implements SystemTable {
    private static final Header HEADER = QuotaColumns.header(
            "quota_name String, quota_key String, is_current UInt8, start_time Nullable(DateTime), end_time Nullable(DateTime),"
                    + " duration Nullable(UInt32)",
            true);

    QuotasUsageTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (SystemContext.QuotaUseFacts use : context.quotaUses()) {
            QuotaColumns.setUse(rows.row().set("is_current", use.current()), use);
        }
        return rows.build();
    }
}
