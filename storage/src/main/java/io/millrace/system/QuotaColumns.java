package io.millrace.system;

import io.millrace.catalog.engine.SystemContext.QuotaIntervalFacts;
import io.millrace.catalog.engine.SystemContext.QuotaUseFacts;
import io.millrace.data.block.Header;
import java.util.List;

/** The columns that the tables about quotas share: an amount, or a limit, for every resource. */
final class QuotaColumns {
    private static final List<String> RESOURCES = List.of(
            "queries",
            "query_selects",
            "query_inserts",
            "errors",
            "result_rows",
            "result_bytes",
            "read_rows",
            "read_bytes",
            "execution_time",
            "written_bytes",
            "failed_sequential_authentications",
            "queries_per_normalized_hash");

    private QuotaColumns() {}

    /** Some columns and behind them, for every resource, how much was used if that is asked for, and its limit. */
    static Header header(String first, boolean uses) {
        StringBuilder columns = new StringBuilder(first);
        for (String resource : RESOURCES) {
            String type = resource.equals("execution_time") ? "Nullable(Float64)" : "Nullable(UInt64)";
            if (uses) {
                columns.append(", ").append(resource).append(' ').append(type);
            }
            columns.append(", max_").append(resource).append(' ').append(type);
        }
        return SystemRows.header(columns.toString());
    }

    static void setLimits(SystemRows row, QuotaIntervalFacts interval) {
        interval.limits().forEach((resource, limit) -> row.set("max_" + resource, limit));
    }

    static void setUse(SystemRows row, QuotaUseFacts use) {
        row.set("quota_name", use.quota())
                .set("quota_key", use.key())
                .set("start_time", use.start())
                .set("end_time", use.end())
                .set("duration", use.interval().seconds());
        use.used().forEach(row::set);
        setLimits(row, use.interval());
    }
}
