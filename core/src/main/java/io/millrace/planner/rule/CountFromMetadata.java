package io.millrace.planner.rule;

import io.millrace.catalog.ability.Counted;
import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.Types;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code SELECT count() FROM t} from the table's own count of rows. */
final class CountFromMetadata implements Rule {
    @Override
    public String name() {
        return "optimize_trivial_count_query";
    }

    @Override
    public Plan apply(Plan plan) {
        if (plan instanceof Plan.Aggregate aggregate) {
            Optional<Plan> counted = counted(aggregate);
            if (counted.isPresent()) {
                return counted.get();
            }
        }
        return plan.mapInputs(this::apply);
    }

    private static Optional<Plan> counted(Plan.Aggregate aggregate) {
        AggregateSpec spec = aggregate.spec();
        boolean onlyCounts = spec.keys().isEmpty()
                && spec.sets().size() == 1
                && !spec.totals()
                && !spec.calls().isEmpty()
                && spec.calls().stream()
                        .allMatch(c -> c.function().stateType().function().equals("count")
                                && c.arguments().isEmpty()
                                && c.function().type().equals(Types.UINT64));
        Plan input = aggregate.input();
        while (input instanceof Plan.Project project) {
            input = project.input();
        }
        if (!onlyCounts
                || !(input instanceof Plan.Scan scan)
                || scan.filter().isPresent()
                || scan.finalRows()
                || !(scan.table() instanceof Counted table)) {
            return Optional.empty();
        }
        long rows = table.rows();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < spec.calls().size(); i++) {
            columns.add(new LongColumn(new long[] {rows}, 1));
        }
        return rows == 0 && spec.emptyResult()
                ? Optional.empty()
                : Optional.of(new Plan.Values(new Block(spec.output(), columns, 1)));
    }
}
