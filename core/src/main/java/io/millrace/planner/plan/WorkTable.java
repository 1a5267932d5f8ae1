package io.millrace.planner.plan;

import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of the last round of a recursive query, readable like a table. Filled between rounds by the one thread that runs the rounds.
 */
public final class WorkTable implements Table {
    private final TableDefinition definition;
    private volatile List<Block> blocks = List.of();

    public WorkTable(String name, Header header) {
        definition = TableDefinition.simple(new TableId("", name), "Memory", header);
    }

    /** Puts the rows of a round in the place of those of the round before. */
    public void replace(List<Block> rows) {
        blocks = List.copyOf(rows);
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public TableScan scan(ScanRequest request) {
        return () -> new OneSource(request);
    }

    private final class OneSource implements Sources {
        private final ScanRequest request;

        OneSource(ScanRequest request) {
            this.request = request;
        }

        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public Source open(int driver) {
            Iterator<Block> rest =
                    driver == 0 ? blocks.iterator() : List.<Block>of().iterator();
            int[] indexes = request.columns().names().stream()
                    .mapToInt(n -> definition.storedHeader().index(n))
                    .toArray();
            return () -> rest.hasNext()
                    ? new Source.Poll.Ready(rest.next().select(request.columns(), indexes))
                    : Source.FINISHED;
        }
    }
}
