package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.io.FaultingVfs;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.block.Header.Field;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.merge.MergeMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that are dropped or renamed: rows follow, what is gone does not come back, and a crash leaves the one state or the other. */
final class ColumnChangesTest {
    private static final Path DATA = Path.of("/data");
    private static final Field ID = new Field("id", Types.INT64);
    private static final Field NUMBER = new Field("a.number", Types.INT64);
    private static final Field TEXT = new Field("text", Types.STRING);
    private static final Map<String, Optional<String>> RENAME = Map.of("text", Optional.of("words"));
    private static final Map<String, Optional<String>> DROP = Map.of("a.number", Optional.empty());

    private static TableDefinition definition(String minBytesForWide, Field... fields) {
        return Tables.definition(
                Header.of(fields),
                List.of("id"),
                List.of(),
                Map.of("min_bytes_for_wide_part", minBytesForWide, "old_parts_lifetime", "0"));
    }

    private static Block rows(int from, int to) {
        long[] id = new long[to - from];
        String[] text = new String[to - from];
        for (int i = 0; i < id.length; i++) {
            id[i] = from + i;
            text[i] = "t" + (from + i);
        }
        return new Block(
                Header.of(ID, NUMBER, TEXT),
                List.of(new LongColumn(id, id.length), new LongColumn(id.clone(), id.length), StringColumn.of(text)),
                id.length);
    }

    private static MergeTreeTable table(TestServices services, String minBytesForWide) {
        MergeTreeTable table =
                Tables.create(definition(minBytesForWide, ID, NUMBER, TEXT), services, new MergeMode.Ordinary());
        Tables.insert(table, services, Optional.empty(), rows(0, 3));
        Tables.insert(table, services, Optional.empty(), rows(3, 5));
        return table;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10485760"})
    void valuesFollowANewName(String minBytesForWide) {
        FaultingVfs files = new FaultingVfs();
        TestServices services = TestServices.open(files, DATA);
        MergeTreeTable table = table(services, minBytesForWide);
        TableDefinition after = definition(minBytesForWide, ID, NUMBER, new Field("words", Types.STRING));
        table.alterColumns(after, RENAME, () -> {});
        List<String> expected = List.of("0\t0\tt0", "1\t1\tt1", "2\t2\tt2", "3\t3\tt3", "4\t4\tt4");
        assertThat(Tables.sortedLines(table)).isEqualTo(expected);
        TestServices again = TestServices.open(files.crashImage(new Random(1)), DATA);
        MergeTreeTable attached = Tables.attach(after, again, new MergeMode.Ordinary());
        assertThat(Tables.sortedLines(attached)).isEqualTo(expected);
        attached.optimize(Optional.empty(), true);
        assertThat(Tables.sortedLines(attached)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10485760"})
    void aDroppedColumnComesBackEmpty(String minBytesForWide) {
        TestServices services = TestServices.open(new FaultingVfs(), DATA);
        MergeTreeTable table = table(services, minBytesForWide);
        table.alterColumns(definition(minBytesForWide, ID, TEXT), DROP, () -> {});
        assertThat(Tables.sortedLines(table)).containsExactly("0\tt0", "1\tt1", "2\tt2", "3\tt3", "4\tt4");
        table.alter(definition(minBytesForWide, ID, NUMBER, TEXT));
        assertThat(Tables.sortedLines(table))
                .containsExactly("0\t0\tt0", "1\t0\tt1", "2\t0\tt2", "3\t0\tt3", "4\t0\tt4");
    }

    @Test
    void anInsertUnderWayIsRefused() {
        TestServices services = TestServices.open(new FaultingVfs(), DATA);
        MergeTreeTable table = table(services, "0");
        try (TableWriter writer = table.newWriter(EvaluationContext.unlimited())) {
            writer.write(rows(5, 6));
            var prepared = writer.prepare();
            table.alterColumns(definition("0", ID, NUMBER, new Field("words", Types.STRING)), RENAME, () -> {});
            assertThatThrownBy(() -> services.log().commit(table.id(), List.of(prepared), Optional.empty()))
                    .isInstanceOf(DbException.class)
                    .hasMessageContaining("insert them again");
        }
        assertThat(Tables.sortedLines(table)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10485760"})
    void everyCrashLeavesTheOldOrTheNewState(String minBytesForWide) {
        TableDefinition before = definition(minBytesForWide, ID, NUMBER, TEXT);
        TableDefinition after = definition(minBytesForWide, ID, new Field("words", Types.STRING));
        Map<String, Optional<String>> both = Map.of("text", Optional.of("words"), "a.number", Optional.empty());
        FaultingVfs whole = new FaultingVfs();
        MergeTreeTable calm = table(TestServices.open(whole, DATA), minBytesForWide);
        long first = whole.calls();
        calm.alterColumns(after, both, () -> {});
        int old = 0;
        int changed = 0;
        for (long at = first; at <= whole.calls() + 1; at++) {
            FaultingVfs files = new FaultingVfs();
            MergeTreeTable table = table(TestServices.open(files, DATA), minBytesForWide);
            files.powerOffAfter(at);
            AtomicBoolean kept = new AtomicBoolean();
            try {
                table.alterColumns(after, both, () -> kept.set(true));
            } catch (DbException e) {
                // the power went
            }
            TestServices again = TestServices.open(files.crashImage(new Random(at)), DATA);
            MergeTreeTable found = Tables.attach(kept.get() ? after : before, again, new MergeMode.Ordinary());
            assertThat(Tables.sortedLines(found))
                    .as("power off after call " + at + ", definition kept: " + kept)
                    .containsExactlyElementsOf(
                            kept.get()
                                    ? List.of("0\tt0", "1\tt1", "2\tt2", "3\tt3", "4\tt4")
                                    : List.of("0\t0\tt0", "1\t1\tt1", "2\t2\tt2", "3\t3\tt3", "4\t4\tt4"));
            old += kept.get() ? 0 : 1;
            changed += kept.get() ? 1 : 0;
        }
        assertThat(old).isPositive();
        assertThat(changed).isPositive();
    }
}
