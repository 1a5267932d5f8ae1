package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.quota_limits: what quotas allow within their intervals. */
@Builtin("quota_limits")
final class QuotaLimitsTable implements SystemTable {
    private static final Header HEADER =
            QuotaColumns.header("quota_name String, duration UInt32, is_randomized_interval UInt8", false);

    QuotaLimitsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (SystemContext.QuotaFacts quota : context.quotas()) {
            for (SystemContext.QuotaIntervalFacts interval : quota.intervals()) {
                rows.row()
                        .set("quota_name", quota.name())
                        .set("duration", interval.seconds())
                        .set("is_randomized_interval", interval.randomized());
                QuotaColumns.setLimits(rows, interval);
            }
        }
        return rows.build();
    }
}
