package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.io.FaultingVfs;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.Types;
import io.millrace.mergetree.merge.MergeMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Inserts, merges and reads at the same time: every read sees whole inserts, and at the end every row is there once. */
final class StressTest {
    private static final Header HEADER =
            Header.of(new Header.Field("id", Types.INT64), new Header.Field("v", Types.INT64));
    private static final int ROWS = 20;
    private static final int INSERTS = 150;

    private static Block block(long insert) {
        long[] ids = new long[ROWS];
        long[] values = new long[ROWS];
        for (int i = 0; i < ROWS; i++) {
            ids[i] = i * 1_000_000L + insert;
            values[i] = insert;
        }
        return new Block(HEADER, List.of(new LongColumn(ids, ROWS), new LongColumn(values, ROWS)), ROWS);
    }

    @Test
    void readsSeeWholeInsertsWhileMergesRun() throws InterruptedException, ExecutionException {
        TableDefinition definition = Tables.definition(
                HEADER, List.of("id"), List.of(), Map.of("index_granularity", "16", "old_parts_lifetime", "0"));
        FaultingVfs files = new FaultingVfs();
        TestServices services = TestServices.open(files, Path.of("/data"));
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        AtomicLong next = new AtomicLong();
        AtomicInteger inserting = new AtomicInteger(3);
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            tasks.add(() -> {
                long insert;
                while ((insert = next.getAndIncrement()) < INSERTS) {
                    boolean again = insert % 5 == 0;
                    for (int attempt = 0; attempt < (again ? 2 : 1); attempt++) {
                        Tables.insert(table, services, Optional.of("insert " + insert), block(insert));
                    }
                }
                inserting.decrementAndGet();
                return 0L;
            });
        }
        tasks.add(() -> {
            while (inserting.get() > 0) {
                table.optimize(Optional.empty(), false);
                table.deleteOutdatedParts();
            }
            return 0L;
        });
        tasks.add(() -> {
            long reads = 0;
            while (inserting.get() > 0) {
                long rows = Tables.blocks(table, Tables.request(HEADER, Optional.empty(), false, 2)).stream()
                        .mapToLong(Block::rows)
                        .sum();
                assertThat(rows % ROWS).isZero();
                reads++;
            }
            return reads;
        });
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Long> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(table.rows()).isEqualTo((long) INSERTS * ROWS);
        assertThat(Tables.sortedLines(table).stream().distinct().count()).isEqualTo((long) INSERTS * ROWS);
        table.optimize(Optional.empty(), true);
        assertThat(table.partSet().parts()).hasSize(1);
        assertThat(table.rows()).isEqualTo((long) INSERTS * ROWS);
    }

    @Test
    void oldPartsHaveDefaultsForNewColumns() {
        TableDefinition definition = Tables.definition(HEADER, List.of("id"), List.of(), Map.of());
        TestServices services = TestServices.open(new FaultingVfs(), Path.of("/data"));
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        Tables.insert(table, services, Optional.empty(), block(1));
        Header wider = Header.of(
                HEADER.fields().get(0), HEADER.fields().get(1), new Header.Field("more", Types.nullable(Types.STRING)));
        TableDefinition changed = Tables.definition(wider, List.of("id"), List.of(), Map.of());
        table.checkAlter(changed);
        table.alter(changed);
        assertThat(Tables.sortedLines(table)).hasSize(ROWS).allMatch(line -> line.endsWith("\t\\N"));
        table.optimize(Optional.empty(), true);
        assertThat(Tables.sortedLines(table)).hasSize(ROWS).allMatch(line -> line.endsWith("\t\\N"));
    }
}
