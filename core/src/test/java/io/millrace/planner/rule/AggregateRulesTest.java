package io.millrace.planner.rule;

import static io.millrace.planner.Plans.aggregate;
import static io.millrace.planner.Plans.call;
import static io.millrace.planner.Plans.group;
import static io.millrace.planner.Plans.input;
import static io.millrace.planner.Plans.number;
import static io.millrace.planner.Plans.project;
import static io.millrace.planner.Plans.rows;
import static io.millrace.planner.Plans.scan;
import static io.millrace.planner.Plans.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.data.block.Block;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.Rows;
import io.millrace.pipeline.operator.aggregate.AggregateCall;
import io.millrace.planner.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that rewrite aggregations: the answers stay, the plans become what the rules promise, and they leave alone what they cannot do. */
final class AggregateRulesTest {
    @TempDir
    Path spill;

    private final Random random = new Random(20_261_121L);

    private void assertSameRows(Plan plan, Plan rewritten) {
        assertThat(rewritten).isNotEqualTo(plan);
        assertThat(rewritten.header()).isEqualTo(plan.header());
        assertThat(rows(rewritten, spill)).isEqualTo(rows(plan, spill)).isNotEmpty();
    }

    @Test
    void sumsOfShiftsReadOneColumnAndKeepTheirConstantsApart() {
        for (DataType type : List.of(Types.INT16, Types.UINT8, Types.INT64, Types.UINT64)) {
            Block block = Rows.block(500, 300, random, Types.INT8, type);
            Expression x = input(block.header(), 1);
            List<Expression> expressions = new ArrayList<>(List.of(input(block.header(), 0), x));
            for (long by : new long[] {1, 2, 3, 200}) {
                expressions.add(call("plus", x, number(Types.UINT8, by)));
                expressions.add(call("plus", number(Types.INT16, -by), x));
                expressions.add(call("minus", x, number(Types.INT32, by * 1000)));
            }
            Plan.Project project = project(scan(block, Optional.empty()), expressions.toArray(Expression[]::new));
            for (List<Integer> keys : List.of(List.<Integer>of(), List.of(0))) {
                List<AggregateCall> calls = new ArrayList<>();
                for (int column = 1; column < expressions.size(); column++) {
                    calls.add(aggregate("sum", project.header(), column));
                }
                calls.add(aggregate("count", project.header(), -1));
                Plan plan = group(project, keys, calls.toArray(AggregateCall[]::new));
                Plan rewritten = new SumsOfShifts().apply(plan);
                assertSameRows(plan, rewritten);
                assertThat(rewritten.inputs().getFirst())
                        .isInstanceOfSatisfying(
                                Plan.Aggregate.class,
                                inner -> assertThat(inner.spec().calls())
                                        .as("one sum, the rows for the shifts, and the count that was asked for")
                                        .hasSize(3));
            }
        }
    }

    @Test
    void sumsOfShiftsLeaveOtherSumsAlone() {
        Block block = Rows.block(50, 30, random, Types.FLOAT64, Types.INT32, new DataType.NullableType(Types.INT32));
        Expression real = input(block.header(), 0);
        Expression whole = input(block.header(), 1);
        Expression maybe = input(block.header(), 2);
        Plan.Project project = project(
                scan(block, Optional.empty()),
                call("plus", real, number(Types.UINT8, 1)),
                call("plus", whole, whole),
                call("plus", maybe, number(Types.UINT8, 1)),
                call("multiply", whole, number(Types.UINT8, 2)));
        Plan plan = group(
                project,
                List.of(),
                aggregate("sum", project.header(), 0),
                aggregate("sum", project.header(), 1),
                aggregate("sum", project.header(), 2),
                aggregate("sum", project.header(), 3));
        assertThat(new SumsOfShifts().apply(plan)).isEqualTo(plan);
    }

    @Test
    void keysOfKeysGroupByTheKeysThatMatter() {
        Block block = Rows.block(400, 20, random, Types.INT32, Types.STRING, Types.INT64);
        Expression x = input(block.header(), 0);
        Expression s = input(block.header(), 1);
        Plan.Project project = project(
                scan(block, Optional.empty()),
                call("minus", x, number(Types.UINT8, 1)),
                x,
                number(Types.UINT8, 7),
                call("length", s),
                s,
                call("plus", call("length", s), x),
                input(block.header(), 2));
        Plan plan = group(
                project,
                List.of(0, 1, 2, 3, 4, 5),
                aggregate("sum", project.header(), 6),
                aggregate("count", project.header(), -1));
        Plan rewritten = new KeysOfKeys().apply(plan);
        assertSameRows(plan, rewritten);
        assertThat(((Plan.Aggregate) rewritten.inputs().getFirst()).spec().keys())
                .containsExactly(1, 4);
    }

    @Test
    void keysOfKeysKeepWhatDoesNotFollow() {
        Block block = Rows.block(100, 10, random, Types.INT32, Types.INT32);
        Plan.Project project = project(
                scan(block, Optional.empty()),
                input(block.header(), 0),
                call("plus", input(block.header(), 0), input(block.header(), 1)));
        Plan plan = group(project, List.of(0, 1), aggregate("count", project.header(), -1));
        assertThat(new KeysOfKeys().apply(plan)).isEqualTo(plan);

        Plan.Project constant = project(scan(block, Optional.empty()), text("a"));
        Plan alone = group(constant, List.of(0), aggregate("count", constant.header(), -1));
        assertThat(new KeysOfKeys().apply(alone)).isEqualTo(alone);
    }

    @Test
    void distinctCountsBecomeGroupsOfGroups() {
        for (DataType value : List.of(Types.INT64, Types.UINT8, Types.STRING, Types.DATE)) {
            for (List<Integer> keys : List.of(List.<Integer>of(), List.of(0), List.of(0, 1))) {
                Block block = Rows.block(900, 40, random, Types.INT8, Types.INT32, value);
                Plan scan = scan(block, Optional.empty());
                Plan plan = group(scan, keys, aggregate("uniqExact", block.header(), 2));
                Plan rewritten = new DistinctCounts().apply(plan);
                assertSameRows(plan, rewritten);
                assertThat(rewritten.inputs().getFirst()).isInstanceOf(Plan.Aggregate.class);
            }
        }
    }

    @Test
    void distinctCountsOfNoRowsAreZero() {
        Block empty = Rows.block(0, 1, random, Types.INT8, Types.INT64);
        Plan plan = group(scan(empty, Optional.empty()), List.of(), aggregate("uniqExact", empty.header(), 1));
        assertThat(rows(new DistinctCounts().apply(plan), spill)).containsExactly("0");
    }

    @Test
    void distinctCountsLeaveOthersAlone() {
        Block block = Rows.block(50, 10, random, Types.STRING, Types.INT64, Types.FLOAT64);
        Plan scan = scan(block, Optional.empty());
        List<Plan> others = List.of(
                group(scan, List.of(0), aggregate("uniqExact", block.header(), 1)),
                group(scan, List.of(), aggregate("uniqExact", block.header(), 2)),
                group(scan, List.of(1), aggregate("uniqExact", block.header(), 1)),
                group(scan, List.of(), aggregate("uniq", block.header(), 1)),
                group(
                        scan,
                        List.of(),
                        aggregate("uniqExact", block.header(), 1),
                        aggregate("count", block.header(), -1)));
        assertThat(others)
                .allSatisfy(plan -> assertThat(new DistinctCounts().apply(plan)).isEqualTo(plan));
    }
}
