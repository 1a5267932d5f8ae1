package io.millrace.functions.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.expressions.aggregate.GroupedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for every aggregate function: ways of adding agree, states merge as if rows had come together, written states read back. */
class StateLawsTest {
    private static final int ROWS = 700;
    private static final int GROUPS = 9;

    /** Calls whose result does not depend on the order of rows, over whole numbers so that float sums are exact. */
    private static final List<String> CALLS = List.of(
            "count()",
            "count(n)",
            "sum(i)",
            "sum(n)",
            "sum(d)",
            "sum(dec)",
            "sumWithOverflow(i)",
            "avg(i)",
            "avg(n)",
            "avg(dec)",
            "avgWeighted(i,u)",
            "min(i)",
            "max(i)",
            "min(n)",
            "max(d)",
            "min(s)",
            "max(s)",
            "max(dec)",
            "min(nd)",
            "uniq(i)",
            "uniq(s)",
            "uniq(i,s)",
            "uniq(n)",
            "uniqExact(i)",
            "uniqExact(s)",
            "uniqExact(n)",
            "uniqExact(i,s)",
            "uniqCombined(i)",
            "uniqCombined64(s)",
            "uniqHLL12(i)",
            "quantileExact(i)",
            "quantilesExact(0.1,0.9)(d)",
            "quantileExactLow(i)",
            "quantileExactHigh(n)",
            "quantileExactInclusive(0.3)(i)",
            "quantileTiming(u)",
            "quantileDeterministic(i,u)",
            "median(i)",
            "varPop(i)",
            "stddevSamp(n)",
            "covarPop(i,u)",
            "corr(i,u)",
            "skewPop(u)",
            "groupBitAnd(i)",
            "groupBitOr(i)",
            "groupBitXor(i)",
            "sumIf(i,c)",
            "sumIf(n,c)",
            "countIf(c)",
            "uniqIf(s,c)",
            "sumIf(i,cn)",
            "avgIf(i,c)",
            "sumOrNull(i)",
            "sumOrNull(n)",
            "sumIfOrNull(i,c)",
            "sumOrNullIf(i,c)",
            "sumOrDefault(i)",
            "sumArray(a)",
            "uniqArrayIf(a,c)",
            "sumForEach(a)",
            "minForEach(a)",
            "sumDistinct(i)",
            "countDistinct(s)",
            "sumDistinctIf(i,c)",
            "sumResample(0,40,7)(i,u)",
            "sumMap(k,a)",
            "minMap(k,a)",
            "maxMap(k,a)",
            "quantilesExactIf(0.25,0.75)(i,c)",
            "uniqStateIf(i,c)",
            "sumState(i)",
            "sumSimpleState(i)",
            "singleValueOrNull(i)",
            "retention(c,c)",
            "quantileExactWeighted(i,u)");

    private final long seed = Long.getLong("seed", 20_261_121L);
    private final Random random = new Random(seed);
    private final AggregateFixture table = table(random);

    @Test
    void addingByGroupAndByRangeAgree() {
        int[] groupOf = groups();
        for (String text : CALLS) {
            AggregateFixture.Call call = table.call(text);
            GroupedState byGroup = fresh(call);
            byGroup.add(groupOf, call.arguments(), ROWS);
            GroupedState byRow = fresh(call);
            for (int row = 0; row < ROWS; row++) {
                byRow.addRange(groupOf[row], call.arguments(), row, row + 1);
            }
            GroupedState sorted = fresh(call);
            for (int g = 0; g < GROUPS; g++) {
                Column[] rows = rowsOf(call, groupOf, g);
                sorted.addRange(g, rows, 0, rows.length == 0 ? countOf(groupOf, g) : rows[0].rows());
            }
            assertThat(values(call, byRow)).as("%s by row, seed %d", text, seed).isEqualTo(values(call, byGroup));
            assertThat(values(call, sorted))
                    .as("%s by range, seed %d", text, seed)
                    .isEqualTo(values(call, byGroup));
        }
    }

    @Test
    void tablesMergeAsOne() {
        int[] groupOf = groups();
        for (String text : CALLS) {
            AggregateFixture.Call call = table.call(text);
            GroupedState whole = fresh(call);
            whole.add(groupOf, call.arguments(), ROWS);
            int[] targets = shuffled();
            GroupedState merged = fresh(call);
            for (int part = 2; part >= 0; part--) {
                int from = part * ROWS / 3;
                int to = (part + 1) * ROWS / 3;
                GroupedState some = fresh(call);
                Column[] slices = new Column[call.arguments().length];
                for (int a = 0; a < slices.length; a++) {
                    slices[a] = call.arguments()[a].slice(from, to);
                }
                int[] renumbered = new int[to - from];
                for (int i = from; i < to; i++) {
                    renumbered[i - from] = indexOf(targets, groupOf[i]);
                }
                some.add(renumbered, slices, to - from);
                merged.merge(some, targets, GROUPS);
            }
            assertThat(values(call, merged)).as("%s, seed %d", text, seed).isEqualTo(values(call, whole));
        }
    }

    @Test
    void writtenStatesReadBack() {
        int[] groupOf = groups();
        for (String text : CALLS) {
            AggregateFixture.Call call = table.call(text);
            GroupedState state = fresh(call);
            state.add(groupOf, call.arguments(), ROWS);
            GroupedState read = fresh(call);
            ByteSink sink = new ByteSink();
            for (int g = 0; g < GROUPS; g++) {
                state.write(g, sink);
            }
            ByteSource source = ByteSource.of(sink.toByteArray());
            for (int g = 0; g < GROUPS; g++) {
                read.readMerge(g, source);
            }
            assertThat(source.atEnd()).as(text).isTrue();
            if (!text.startsWith("singleValueOrNull")) {
                assertThat(values(call, read)).as("%s, seed %d", text, seed).isEqualTo(values(call, state));
            }
        }
    }

    private static GroupedState fresh(AggregateFixture.Call call) {
        GroupedState state = call.bound().newState();
        state.resize(3);
        state.resize(GROUPS);
        return state;
    }

    /** The last group stays empty. */
    private int[] groups() {
        int[] groupOf = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            groupOf[i] = random.nextInt(GROUPS - 1);
        }
        return groupOf;
    }

    private int[] shuffled() {
        int[] targets = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            int at = random.nextInt(i + 1);
            targets[i] = targets[at];
            targets[at] = i;
        }
        return targets;
    }

    private static int indexOf(int[] targets, int group) {
        int at = 0;
        while (targets[at] != group) {
            at++;
        }
        return at;
    }

    private static int countOf(int[] groupOf, int group) {
        int count = 0;
        for (int g : groupOf) {
            count += g == group ? 1 : 0;
        }
        return count;
    }

    private static Column[] rowsOf(AggregateFixture.Call call, int[] groupOf, int group) {
        int[] positions = new int[countOf(groupOf, group)];
        for (int i = 0, at = 0; i < ROWS; i++) {
            if (groupOf[i] == group) {
                positions[at++] = i;
            }
        }
        Column[] rows = new Column[call.arguments().length];
        for (int a = 0; a < rows.length; a++) {
            rows[a] = call.arguments()[a].gather(positions, positions.length);
        }
        return rows;
    }

    private static List<String> values(AggregateFixture.Call call, GroupedState state) {
        boolean states = call.bound().type() instanceof io.millrace.data.type.DataType.AggregateStateType;
        List<String> values = new ArrayList<>();
        for (int g = 0; g < GROUPS; g++) {
            Column column = state.result(g, g + 1);
            values.add(
                    states
                            ? Integer.toString(((StringColumn) column).length(0))
                            : AggregateFixture.text(call.bound().type(), column, 0));
        }
        return values;
    }

    private static AggregateFixture table(Random random) {
        int[] i = new int[ROWS];
        byte[] u = new byte[ROWS];
        byte[] c = new byte[ROWS];
        byte[] nulls = new byte[ROWS];
        double[] d = new double[ROWS];
        long[] dec = new long[ROWS];
        int[] offsets = new int[ROWS + 1];
        StringColumn.Builder s = new StringColumn.Builder(ROWS);
        for (int row = 0; row < ROWS; row++) {
            i[row] = random.nextInt(200) - 100;
            u[row] = (byte) (1 + random.nextInt(40));
            c[row] = (byte) random.nextInt(2);
            nulls[row] = (byte) (random.nextInt(4) == 0 ? 1 : 0);
            d[row] = random.nextInt(50);
            dec[row] = random.nextInt(1000) - 500L;
            offsets[row + 1] = offsets[row] + row % 4;
            s.append("value " + random.nextInt(60));
        }
        int[] elements = new int[offsets[ROWS]];
        byte[] keys = new byte[offsets[ROWS]];
        for (int e = 0; e < elements.length; e++) {
            elements[e] = random.nextInt(100);
            keys[e] = (byte) random.nextInt(5);
        }
        return new AggregateFixture(ROWS)
                .with("i", "Int32", new IntColumn(i, ROWS))
                .with("u", "UInt8", new ByteColumn(u, ROWS))
                .with("c", "UInt8", new ByteColumn(c, ROWS))
                .with("cn", "Nullable(UInt8)", new NullableColumn(nulls, new ByteColumn(c, ROWS)))
                .with("n", "Nullable(Int32)", new NullableColumn(nulls, new IntColumn(i, ROWS)))
                .with("d", "Float64", new DoubleColumn(d, ROWS))
                .with("nd", "Nullable(Float64)", new NullableColumn(nulls, new DoubleColumn(d, ROWS)))
                .with("dec", "Decimal(18, 2)", new LongColumn(dec, ROWS))
                .with("s", "String", s.build())
                .with("a", "Array(Int32)", new ArrayColumn(offsets, new IntColumn(elements, elements.length), ROWS))
                .with("k", "Array(UInt8)", new ArrayColumn(offsets, new ByteColumn(keys, keys.length), ROWS));
    }
}
