package io.millrace.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.base.io.FaultingVfs;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.catalog.ability.Truncatable;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Header;
import io.millrace.data.type.Types;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The Log family when the power goes or a call fails: what was acknowledged is there, nothing is there in part. */
final class LogCrashTest {
    private static final Header HEADER =
            Header.of(new Header.Field("a", Types.UINT64), new Header.Field("s", Types.STRING));
    private static final UUID ID = new UUID(3, 3);

    private static Table open(FaultingVfs vfs) {
        return TestTables.create(
                "Log", ID, HEADER, new TestTables.Services(Path.of("/data"), vfs, MemoryTracker.root("test", 0)));
    }

    @Test
    void afterACrashThereAreWholeInsertsAndAllAcknowledgedOnes() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            FaultingVfs vfs = new FaultingVfs();
            vfs.createDirectories(Path.of("/data/store"));
            vfs.syncDirectory(Path.of("/data"));
            vfs.syncDirectory(Path.of("/"));
            Table table = open(vfs);
            List<Long> acknowledged = new ArrayList<>();
            boolean truncating = false;
            vfs.powerOffAfter(vfs.calls() + random.nextInt(30));
            long next = 0;
            try {
                while (next < 20) {
                    if (random.nextInt(6) == 0) {
                        truncating = true;
                        ((Truncatable) table).truncate();
                        acknowledged.clear();
                        truncating = false;
                    }
                    long value = next++;
                    TestTables.insert(table, MemoryTableTest.block(value, value), MemoryTableTest.block(value));
                    acknowledged.add(value);
                }
            } catch (DbException e) {
                // the power went
            }
            List<String> expected = rowsOf(acknowledged);
            List<String> withLast = new ArrayList<>(expected);
            withLast.addAll(rowsOf(List.of(next - 1)));
            List<String> found = TestTables.rows(open(vfs.crashImage(random)));
            if (truncating) {
                assertThat(found).as("seed %s, round %s", seed, round).isIn(expected, List.of());
            } else {
                assertThat(found).as("seed %s, round %s", seed, round).isIn(expected, withLast);
            }
        }
    }

    private static List<String> rowsOf(List<Long> values) {
        List<String> rows = new ArrayList<>();
        for (long value : values) {
            for (int i = 0; i < 3; i++) {
                rows.add(value + "\ts" + value);
            }
        }
        return rows;
    }

    @Test
    void aFailedInsertIsNotThereAndTheNextOneIs() {
        for (int call = 1; call <= 6; call++) {
            FaultingVfs vfs = new FaultingVfs();
            vfs.createDirectories(Path.of("/data/store"));
            Table table = open(vfs);
            TestTables.insert(table, MemoryTableTest.block(1));
            vfs.failCall(vfs.calls() + call);
            boolean failed = false;
            try {
                TestTables.insert(table, MemoryTableTest.block(2));
            } catch (DbException e) {
                failed = true;
            }
            vfs.failCall(0);
            TestTables.insert(table, MemoryTableTest.block(3));
            List<String> expected = failed ? List.of("1\ts1", "3\ts3") : List.of("1\ts1", "2\ts2", "3\ts3");
            assertThat(TestTables.rows(table)).as("call %s", call).isEqualTo(expected);
            assertThat(TestTables.rows(open(vfs)))
                    .as("call %s, after a restart", call)
                    .isEqualTo(expected);
        }
    }
}
