package io.millrace.planner.rule;

import static io.millrace.planner.Plans.call;
import static io.millrace.planner.Plans.input;
import static io.millrace.planner.Plans.project;
import static io.millrace.planner.Plans.rows;
import static io.millrace.planner.Plans.scan;
import static io.millrace.planner.Plans.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.data.block.Block;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.Rows;
import io.millrace.planner.plan.Plan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of which only lengths are asked are read as lengths, others are not. */
final class SizesOfStringsTest {
    @TempDir
    Path spill;

    private final Block block = Rows.block(300, 40, new Random(3), Types.STRING, Types.STRING, Types.INT64);
    private final Expression first = input(block.header(), 0);
    private final Expression second = input(block.header(), 1);

    private Plan assertSameRows(Plan plan) {
        Plan rewritten = new SizesOfStrings().apply(plan);
        assertThat(rewritten.header()).isEqualTo(plan.header());
        assertThat(rows(rewritten, spill)).isEqualTo(rows(plan, spill)).isNotEmpty();
        return rewritten;
    }

    @Test
    void readsLengthsForEachQuestionThatTheyAnswer() {
        Plan plan = project(
                scan(block, Optional.of(call("notEquals", first, text("")))),
                call("length", first),
                call("empty", second),
                call("notEmpty", second),
                call("equals", second, text("")),
                call("plus", call("length", second), input(block.header(), 2)));
        Plan rewritten = assertSameRows(plan);
        assertThat(((Plan.Scan) rewritten.inputs().getFirst()).header().names())
                .containsExactly(
                        block.header().name(0) + ".size",
                        block.header().name(1) + ".size",
                        block.header().name(2));
    }

    @Test
    void readsTheTextWhereItIsNeededOnce() {
        Plan plan = project(
                scan(block, Optional.of(call("notEquals", second, text("")))),
                call("length", first),
                first,
                call("length", second));
        Plan rewritten = assertSameRows(plan);
        assertThat(((Plan.Scan) rewritten.inputs().getFirst()).header().names())
                .containsExactly(
                        block.header().name(0),
                        block.header().name(1) + ".size",
                        block.header().name(2));
    }

    @Test
    void leavesComparisonsWithOtherTextsAlone() {
        Plan plan = project(
                scan(block, Optional.empty()),
                call("equals", first, text("x")),
                call("notEquals", second, text("a")),
                call("length", call("upper", second)));
        assertThat(new SizesOfStrings().apply(plan)).isEqualTo(plan);
    }
}
