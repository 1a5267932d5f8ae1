package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.time.zone.ZoneRulesProvider;

/** system.time_zones: the time zones there are. */
@Builtin("time_zones")
final class TimeZonesTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            time_zone String""");

    TimeZonesTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        ZoneRulesProvider.getAvailableZoneIds().stream()
                .sorted()
                .forEach(zone -> rows.row().set("time_zone", zone));
        return rows.build();
    }
}
