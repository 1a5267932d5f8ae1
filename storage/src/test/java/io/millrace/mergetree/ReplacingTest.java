package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.io.FaultingVfs;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;
import io.millrace.mergetree.merge.MergeMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** ReplacingMergeTree as ClickHouse does it: on insert, in merges, with FINAL. */
final class ReplacingTest {
    private static final Header HEADER = Header.of(
            new Header.Field("k", Types.UINT8),
            new Header.Field("v", Types.STRING),
            new Header.Field("ver", Types.UINT32),
            new Header.Field("del", Types.UINT8));
    private static final MergeMode VERSIONED = new MergeMode.Replacing(Optional.of(2), Optional.of(3));
    private static final MergeMode PLAIN = new MergeMode.Replacing(Optional.empty(), Optional.empty());

    private record Row(int k, String v, int ver, int del) {}

    private static Block block(List<Row> rows) {
        int n = rows.size();
        byte[] k = new byte[n];
        int[] ver = new int[n];
        byte[] del = new byte[n];
        StringColumn.Builder v = new StringColumn.Builder(n);
        for (int i = 0; i < n; i++) {
            k[i] = (byte) rows.get(i).k();
            ver[i] = rows.get(i).ver();
            del[i] = (byte) rows.get(i).del();
            v.append(rows.get(i).v());
        }
        List<Column> columns = List.of(new ByteColumn(k, n), v.build(), new IntColumn(ver, n), new ByteColumn(del, n));
        return new Block(HEADER, columns, n);
    }

    private static List<String> read(MergeTreeTable table, boolean finalRows) {
        return Tables.lines(Tables.blocks(table, Tables.request(HEADER, Optional.empty(), finalRows, 2))).stream()
                .sorted()
                .toList();
    }

    private static TableDefinition definition() {
        return Tables.definition(HEADER, List.of("k"), List.of(), Map.of("index_granularity", "8"));
    }

    @Test
    void keepsTheLastRowOfAnInsert() {
        TestServices services = TestServices.open(new FaultingVfs(), Path.of("/data"));
        MergeTreeTable table = Tables.create(definition(), services, PLAIN);
        Tables.insert(
                table,
                services,
                Optional.empty(),
                block(List.of(new Row(1, "a", 0, 0), new Row(1, "b", 0, 0), new Row(2, "x", 0, 0))));
        assertThat(read(table, false)).containsExactly("1\tb\t0\t0", "2\tx\t0\t0");
        assertThat(table.partSet().parts().getFirst().name().level()).isEqualTo(1);
        Tables.insert(table, services, Optional.empty(), block(List.of(new Row(1, "c", 0, 0))));
        assertThat(read(table, false)).hasSize(3);
        assertThat(read(table, true)).containsExactly("1\tc\t0\t0", "2\tx\t0\t0");
    }

    @Test
    void takesTheGreatestVersionAndHidesDeletions() {
        TestServices services = TestServices.open(new FaultingVfs(), Path.of("/data"));
        MergeTreeTable table = Tables.create(definition(), services, VERSIONED);
        Tables.insert(table, services, Optional.empty(), block(List.of(new Row(1, "a", 5, 0), new Row(2, "x", 1, 0))));
        Tables.insert(table, services, Optional.empty(), block(List.of(new Row(1, "b", 3, 0), new Row(2, "y", 1, 0))));
        Tables.insert(table, services, Optional.empty(), block(List.of(new Row(1, "c", 5, 0), new Row(2, "z", 2, 1))));
        assertThat(read(table, true)).containsExactly("1\tc\t5\t0");
        table.optimize(Optional.empty(), true);
        assertThat(read(table, false)).containsExactly("1\tc\t5\t0", "2\tz\t2\t1");
        assertThat(read(table, true)).containsExactly("1\tc\t5\t0");
    }

    @Test
    void finalIsWhatAFullMergeLeaves() {
        long seed = 3;
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            TestServices services = TestServices.open(new FaultingVfs(), Path.of("/data"));
            MergeTreeTable table = Tables.create(definition(), services, VERSIONED);
            Map<Integer, Row> model = new TreeMap<>();
            for (int insert = 0; insert < 1 + random.nextInt(6); insert++) {
                List<Row> rows = new ArrayList<>();
                for (int i = 0; i < 1 + random.nextInt(60); i++) {
                    Row row = new Row(
                            random.nextInt(40), "v" + random.nextInt(1000), random.nextInt(4), random.nextInt(4) / 3);
                    rows.add(row);
                    model.merge(row.k(), row, (old, next) -> next.ver() >= old.ver() ? next : old);
                }
                Tables.insert(table, services, Optional.empty(), block(rows));
            }
            List<String> shown = model.values().stream()
                    .filter(r -> r.del() == 0)
                    .map(r -> r.k() + "\t" + r.v() + "\t" + r.ver() + "\t" + r.del())
                    .sorted()
                    .toList();
            assertThat(read(table, true)).as("seed %s, round %s", seed, round).isEqualTo(shown);
            table.optimize(Optional.empty(), true);
            assertThat(read(table, true)).as("after OPTIMIZE FINAL").isEqualTo(shown);
            assertThat(table.rows()).isEqualTo(model.size());
        }
    }
}
