package io.millrace.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.ability.Alterable;
import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.ability.SelfCommitting;
import io.millrace.catalog.ability.Truncatable;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory and Null: what becomes visible when, and what ALTER and TRUNCATE do. */
final class MemoryTableTest {
    private static final Header HEADER =
            Header.of(new Header.Field("a", Types.UINT64), new Header.Field("s", Types.STRING));

    @TempDir
    Path directory;

    private TestTables.Services services;
    private Table table;

    @BeforeEach
    void create() {
        services = new TestTables.Services(directory);
        table = TestTables.create("Memory", new UUID(1, 1), HEADER, services);
    }

    static Block block(long... values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = "s" + values[i];
        }
        return new Block(HEADER, List.of(new LongColumn(values, values.length), StringColumn.of(texts)), values.length);
    }

    @Test
    void rowsShowOnceTheyArePublishedAndScansKeepTheirMoment() {
        SelfCommitting insert = TestTables.prepared(table, block(1, 2), block(3));
        assertThat(TestTables.rows(table)).isEmpty();
        insert.publish();
        TableScan before = table.scan(ScanRequest.everything(table, 2, EvaluationContext.unlimited()));
        TestTables.insert(table, block(4));
        assertThat(TestTables.rows(table)).containsExactly("1\ts1", "2\ts2", "3\ts3", "4\ts4");
        assertThat(before.rowsToRead()).hasValue(3);
        assertThat(((Counted) table).rows()).isEqualTo(4);
    }

    @Test
    void columnsAreDeliveredInTheOrderAsked() {
        TestTables.insert(table, block(1));
        Header swapped = Header.of(HEADER.fields().get(1), HEADER.fields().get(0));
        assertThat(TestTables.rows(table, swapped, OptionalLong.empty())).containsExactly("s1\t1");
    }

    @Test
    void aScanWithoutColumnsStillCounts() {
        TestTables.insert(table, block(1, 2, 3));
        assertThat(TestTables.rows(table, new Header(List.of()), OptionalLong.empty()))
                .hasSize(3);
    }

    @Test
    void memoryIsChargedUntilTheTableIsEmpty() {
        TestTables.insert(table, block(1, 2, 3));
        TestTables.prepared(table, block(9)).discard();
        assertThat(services.memory().usedBytes())
                .isEqualTo(((Counted) table).bytes())
                .isPositive();
        ((Truncatable) table).truncate();
        assertThat(services.memory().usedBytes()).isZero();
        assertThat(TestTables.rows(table)).isEmpty();
    }

    @Test
    void addedColumnsGetTheirDefaultAndDroppedOnesGo() {
        TestTables.insert(table, block(1));
        TableDefinition old = table.definition();
        List<ColumnDefinition> columns = new ArrayList<>(List.of(old.columns().getFirst()));
        columns.add(ColumnDefinition.of("plain", Types.STRING));
        columns.add(new ColumnDefinition("seven", Types.UINT64, ColumnDefinition.DefaultKind.DEFAULT, "7", "", "", ""));
        TableDefinition changed = new TableDefinition(
                old.id(),
                old.uuid(),
                columns,
                old.engineName(),
                old.engineArguments(),
                old.orderBy(),
                old.primaryKey(),
                old.partitionBy(),
                "",
                "",
                old.settings(),
                "",
                "");
        SelfCommitting underWay = TestTables.prepared(table, block(2));
        ((Alterable) table).checkAlter(changed);
        ((Alterable) table).alter(changed);
        underWay.publish();
        assertThat(TestTables.rows(table)).containsExactly("1\t\t7", "2\t\t7");
    }

    @Test
    void largeBlocksAreCutIntoUsualOnes() {
        long[] values = new long[300_000];
        Header header = Header.of(new Header.Field("a", Types.UINT64));
        Table numbers = TestTables.create("Memory", new UUID(1, 2), header, services);
        TestTables.insert(numbers, new Block(header, List.of(new LongColumn(values, values.length)), values.length));
        TableScan scan = numbers.scan(ScanRequest.everything(numbers, 8, EvaluationContext.unlimited()));
        assertThat(scan.open().parallelism()).isBetween(2, 8);
        assertThat(((Counted) numbers).rows()).isEqualTo(300_000);
    }

    @Test
    void nullForgets() {
        Table nothing = TestTables.create("Null", new UUID(1, 3), HEADER, services);
        TestTables.insert(nothing, block(1, 2));
        assertThat(TestTables.rows(nothing)).isEmpty();
    }
}
