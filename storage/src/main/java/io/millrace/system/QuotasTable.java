package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.quotas: the quotas of the configuration. */
@Builtin("quotas")
final class QuotasTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, id UUID, storage String,
            keys Array(Enum8('user_name' = 1, 'ip_address' = 2, 'forwarded_ip_address' = 3, 'client_key' = 4,
                             'normalized_query_hash' = 7)),
            durations Array(UInt32), apply_to_all UInt8, apply_to_list Array(String), apply_to_except Array(String),
            ipv4_prefix_bits Nullable(UInt8), ipv6_prefix_bits Nullable(UInt8)""");

    QuotasTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (SystemContext.QuotaFacts quota : context.quotas()) {
            rows.row()
                    .set("name", quota.name())
                    .set("id", quota.id())
                    .set("storage", quota.storage())
                    .set("keys", quota.keys())
                    .set(
                            "durations",
                            quota.intervals().stream()
                                    .map(SystemContext.QuotaIntervalFacts::seconds)
                                    .toList())
                    .set("apply_to_list", quota.users());
        }
        return rows.build();
    }
}
