package io.millrace.planner.build;

import static io.millrace.planner.Plans.call;
import static io.millrace.planner.Plans.input;
import static io.millrace.planner.Plans.project;
import static io.millrace.planner.Plans.run;
import static io.millrace.planner.Plans.scan;
import static io.millrace.planner.Plans.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.data.block.Block;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.Rows;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.pipeline.operator.sort.Sorting;
import io.millrace.planner.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sort's own condition in the scan below it changes no answer, and is put only where it helps. */
final class TopReadsTest {
    @TempDir
    Path spill;

    private final Random random = new Random(17);

    private Plan narrowed(Plan.Sort sort) {
        Sorting sorting = new Sorting(sort.header(), sort.keys(), sort.limit(), Rows.resources(spill, 0, 2, 1000));
        return TopReads.narrowed(sort, sorting);
    }

    @Test
    void topRowsAreThoseOfTheWholeOrder() {
        List<DataType> types = List.of(
                Types.INT64,
                Types.INT32,
                Types.UINT32,
                Types.UINT8,
                Types.FLOAT64,
                Types.STRING,
                new DataType.NullableType(Types.INT32));
        for (DataType type : types) {
            for (boolean descending : new boolean[] {false, true}) {
                for (int limit : new int[] {1, 7, 1000}) {
                    Block block = Rows.block(2000, 300, random, type, Types.INT32, Types.STRING);
                    // all columns are keys, so that the answer is one and only
                    List<SortKey> keys = List.of(
                            new SortKey(0, descending, descending),
                            new SortKey(1, !descending, false),
                            new SortKey(2, false, false));
                    Expression filter = call("notEquals", input(block.header(), 2), text(""));
                    Plan.Scan scan = scan(block, Optional.of(filter));
                    List<String> all = run(new Plan.Sort(scan, keys, OptionalLong.empty()), spill, 1);
                    for (int drivers : new int[] {1, 3}) {
                        assertThat(run(new Plan.Sort(scan, keys, OptionalLong.of(limit)), spill, drivers))
                                .as("%s descending %s limit %s drivers %s", type.name(), descending, limit, drivers)
                                .isEqualTo(all.subList(0, Math.min(limit, all.size())));
                    }
                }
            }
        }
    }

    @Test
    void conditionGoesIntoTheScanThroughAProjection() {
        Block block = Rows.block(100, 30, random, Types.INT64, Types.STRING);
        Plan project = project(scan(block, Optional.empty()), input(block.header(), 1), input(block.header(), 0));
        Plan narrowed = narrowed(new Plan.Sort(project, List.of(new SortKey(1, false, false)), OptionalLong.of(3)));
        assertThat(((Plan.Scan) narrowed.inputs().getFirst()).filter()).isPresent();
    }

    @Test
    void nothingIsAddedWithoutALimitOrForComputedKeysOrWhereNothingIsSaved() {
        Block block = Rows.block(100, 30, random, Types.INT64, Types.STRING);
        Plan.Scan scan = scan(block, Optional.empty());
        List<SortKey> byNumber = List.of(new SortKey(0, false, false));
        Plan computed = project(scan, call("negate", input(block.header(), 0)));
        Block texts = Rows.block(100, 30, random, Types.STRING);
        List<Plan.Sort> sorts = List.of(
                new Plan.Sort(scan, byNumber, OptionalLong.empty()),
                new Plan.Sort(computed, byNumber, OptionalLong.of(3)),
                new Plan.Sort(scan(texts, Optional.empty()), byNumber, OptionalLong.of(3)));
        assertThat(sorts).allSatisfy(sort -> assertThat(narrowed(sort)).isEqualTo(sort.input()));
    }
}
