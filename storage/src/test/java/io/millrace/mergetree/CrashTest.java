package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.io.FaultingVfs;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.merge.MergeMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What a crash may leave on disk is always a table again: acknowledged inserts whole, others whole or absent, and a repeated insert with its token adds
 * nothing.
 */
final class CrashTest {
    private static final Path DATA = Path.of("/data");
    private static final Header HEADER =
            Header.of(new Header.Field("batch", Types.INT64), new Header.Field("row", Types.INT64));
    private static final int BATCH_ROWS = 40;
    private static final int BATCHES = 5;

    private static TableDefinition definition(boolean partitioned) {
        Map<String, String> settings = new HashMap<>();
        settings.put("index_granularity", "16");
        settings.put("old_parts_lifetime", "0");
        List<String> partition = partitioned ? List.of("batch") : List.of();
        return Tables.definition(HEADER, List.of("row"), partition, settings);
    }

    private static Block batch(int number) {
        long[] batch = new long[BATCH_ROWS];
        long[] row = new long[BATCH_ROWS];
        for (int i = 0; i < BATCH_ROWS; i++) {
            batch[i] = number % 2;
            row[i] = number * 1000L + i;
        }
        return new Block(
                HEADER, List.of(new LongColumn(batch, BATCH_ROWS), new LongColumn(row, BATCH_ROWS)), BATCH_ROWS);
    }

    /** Inserts batches with tokens and merges in between; says which were acknowledged. */
    private static List<Integer> scenario(FaultingVfs files, TableDefinition definition) {
        List<Integer> acknowledged = new ArrayList<>();
        try {
            TestServices services = TestServices.open(files, DATA);
            MergeTreeTable table = Tables.reopen(definition, services, new MergeMode.Ordinary());
            for (int i = 0; i < BATCHES; i++) {
                Tables.insert(table, services, Optional.of("batch " + i), batch(i));
                acknowledged.add(i);
                if (i == 2) {
                    table.optimize(Optional.empty(), true);
                }
            }
            table.optimize(Optional.empty(), false);
        } catch (DbException e) {
            // the power went, or a call failed: what was acknowledged counts
        }
        return acknowledged;
    }

    private static Map<Long, Integer> rowsByBatch(MergeTreeTable table) {
        Map<Long, Integer> rows = new TreeMap<>();
        for (Block block : Tables.blocks(table, Tables.request(HEADER, Optional.empty(), false, 1))) {
            long[] values = ((LongColumn) block.column(1)).values();
            for (int i = 0; i < block.rows(); i++) {
                rows.merge(values[i] / 1000, 1, Integer::sum);
            }
        }
        return rows;
    }

    private static void check(FaultingVfs image, TableDefinition definition, List<Integer> acknowledged, String what) {
        TestServices services = TestServices.open(image, DATA);
        MergeTreeTable table = Tables.reopen(definition, services, new MergeMode.Ordinary());
        Map<Long, Integer> rows = rowsByBatch(table);
        for (int batch : acknowledged) {
            assertThat(rows).as(what + ", acknowledged batch " + batch).containsEntry((long) batch, BATCH_ROWS);
        }
        rows.forEach((batch, count) ->
                assertThat(count).as(what + ", batch " + batch).isEqualTo(BATCH_ROWS));
        for (int i = 0; i < BATCHES; i++) {
            Tables.insert(table, services, Optional.of("batch " + i), batch(i));
        }
        rows = rowsByBatch(table);
        assertThat(rows).as(what + ", after repeating all").hasSize(BATCHES);
        rows.forEach((batch, count) ->
                assertThat(count).as(what + ", repeated batch " + batch).isEqualTo(BATCH_ROWS));
    }

    @Test
    void everyCrashImageIsATable() {
        int images = 0;
        for (boolean partitioned : new boolean[] {false, true}) {
            TableDefinition definition = definition(partitioned);
            FaultingVfs whole = new FaultingVfs();
            scenario(whole, definition);
            long calls = whole.calls();
            for (long at = 1; at <= calls + 1; at += 1 + at % 3) {
                FaultingVfs files = new FaultingVfs();
                files.powerOffAfter(at);
                List<Integer> acknowledged = scenario(files, definition);
                for (int seed = 0; seed < 3; seed++) {
                    FaultingVfs image = files.crashImage(new Random(at * 31 + seed));
                    check(image, definition, acknowledged, "power off after call " + at + ", seed " + seed);
                    images++;
                }
            }
        }
        assertThat(images).isGreaterThan(400);
    }

    @Test
    void everyFailedCallIsSurvived() {
        TableDefinition definition = definition(true);
        FaultingVfs whole = new FaultingVfs();
        scenario(whole, definition);
        for (long at = 1; at <= whole.calls(); at++) {
            FaultingVfs files = new FaultingVfs();
            files.failCall(at);
            List<Integer> acknowledged = scenario(files, definition);
            check(files, definition, acknowledged, "call " + at + " failed");
        }
    }

    @Test
    void aFailedSyncMakesTablesReadOnly() {
        TableDefinition definition = definition(false);
        FaultingVfs files = new FaultingVfs();
        TestServices services = TestServices.open(files, DATA);
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        Tables.insert(table, services, Optional.of("batch 0"), batch(0));
        try (TableWriter writer = table.newWriter(EvaluationContext.unlimited())) {
            writer.write(batch(1));
            PreparedInsert prepared = writer.prepare();
            files.failSyncs(true);
            assertThatThrownBy(() -> services.log().commit(table.id(), List.of(prepared), Optional.of("batch 1")))
                    .isInstanceOf(DbException.class);
        }
        files.failSyncs(false);
        assertThatThrownBy(() -> Tables.insert(table, services, Optional.empty(), batch(2)))
                .hasMessageContaining("could not be synced");
        assertThat(rowsByBatch(table)).containsOnlyKeys(0L);
        check(files, definition, List.of(0), "after the failed sync");
    }

    @Test
    void droppedPartsDoNotComeBack() {
        TableDefinition definition = definition(false);
        FaultingVfs files = new FaultingVfs();
        TestServices services = TestServices.open(files, DATA);
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        for (int i = 0; i < 3; i++) {
            Tables.insert(table, services, Optional.empty(), batch(i));
        }
        table.optimize(Optional.empty(), true);
        table.truncate();
        assertThat(rowsByBatch(table)).isEmpty();
        for (int seed = 0; seed < 20; seed++) {
            TestServices again = TestServices.open(files.crashImage(new Random(seed)), DATA);
            assertThat(rowsByBatch(Tables.attach(definition, again, new MergeMode.Ordinary())))
                    .isEmpty();
        }
    }

    @Test
    void droppedPartsDoNotComeBackWhenATableIsDetachedAndAttached() {
        TableDefinition definition = definition(false);
        FaultingVfs files = new FaultingVfs();
        TestServices services = TestServices.open(files, DATA);
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        Tables.insert(table, services, Optional.empty(), batch(0));
        table.truncate();
        table.shutdown();
        MergeTreeTable attached = Tables.attach(definition, services, new MergeMode.Ordinary());
        assertThat(rowsByBatch(attached)).isEmpty();
        // a part of the same name as the dropped one would go when the log is replayed
        Tables.insert(attached, services, Optional.empty(), batch(1));
        TestServices again = TestServices.open(files.crashImage(new Random(5)), DATA);
        assertThat(rowsByBatch(Tables.attach(definition, again, new MergeMode.Ordinary())))
                .containsOnlyKeys(1L);
    }
}
