package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.quota_usage: what was used of the quota that this query counts to. */
@Builtin("quota_usage")
final class QuotaUsageTable implements SystemTable {
    private static final Header HEADER = QuotaColumns.header(
            "quota_name String, quota_key String, start_time Nullable(DateTime), end_time Nullable(DateTime),"
                    + " duration Nullable(UInt32)",
            true);

    QuotaUsageTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (SystemContext.QuotaUseFacts use : context.quotaUses()) {
            if (use.current()) {
                QuotaColumns.setUse(rows.row(), use);
            }
        }
        return rows.build();
    }
}
