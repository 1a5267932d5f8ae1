package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.Map;

/** system.events: counters since the start; none are kept. */
@Builtin("events")
final class EventsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            event String, value UInt64, description String""");

    EventsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("name", "event");
    }

    @Override
    public Block rows(SystemContext context) {
        return HEADER.emptyBlock();
    }
}
