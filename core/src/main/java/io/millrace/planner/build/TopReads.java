package io.millrace.planner.build;

import io.millrace.data.type.DataType;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.pipeline.operator.sort.Sorting;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.rule.Conjunctions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the scan under {@code ORDER BY ... LIMIT} know what cannot be among the first rows any more: it then reads the other columns only where a row may be
 * needed.
 */
final class TopReads {
    private TopReads() {}

    /** The input of a sort, with the sort's own condition in the scan if there is one right below. */
    static Plan narrowed(Plan.Sort sort, Sorting sorting) {
        List<Integer> columns = sort.keys().stream().map(SortKey::column).toList();
        return below(sort.input(), columns, sorting).orElse(sort.input());
    }

    private static Optional<Plan> below(Plan plan, List<Integer> keys, Sorting sorting) {
        if (plan instanceof Plan.Project project) {
            return below(project.input(), inputs(project, keys), sorting).map(i -> project.over(i));
        }
        if (!(plan instanceof Plan.Scan scan)
                || scan.finalRows()
                || scan.limit().isPresent()) {
            return Optional.empty();
        }
        int leading = worthwhile(scan, keys);
        return leading == 0
                ? Optional.empty()
                : sorting.condition(leading).map(c -> withCondition(scan, c, keys.subList(0, leading)));
    }

    /** The leading keys that are columns of the projection's input. */
    private static List<Integer> inputs(Plan.Project project, List<Integer> keys) {
        List<Integer> inputs = new ArrayList<>();
        for (int key : keys) {
            if (!(project.expressions().get(key) instanceof Expression.Input input)) {
                break;
            }
            inputs.add(input.index());
        }
        return inputs;
    }

    /** How many of the leading keys to test: those that are quickly read and tested, or one whatever it is if that saves reading other columns. */
    private static int worthwhile(Plan.Scan scan, List<Integer> keys) {
        int quick = 0;
        while (quick < keys.size() && isQuick(scan.header().type(keys.get(quick)))) {
            quick++;
        }
        if (quick > 0 || keys.isEmpty()) {
            return quick;
        }
        Set<Integer> read = new HashSet<>(keys);
        scan.filter().ifPresent(f -> read.addAll(ExpressionProgram.inputsOf(f)));
        return read.size() < scan.header().width() ? 1 : 0;
    }

    private static boolean isQuick(DataType type) {
        return switch (type.layout()) {
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
            case WIDE, FIXED, STRING, NULLABLE, DICTIONARY, ARRAY, TUPLE -> false;
        };
    }

    private static Plan withCondition(Plan.Scan scan, BoundPredicate condition, List<Integer> keys) {
        List<Expression> arguments = new ArrayList<>();
        for (int key : keys) {
            arguments.add(new Expression.Input(
                    key, scan.header().name(key), scan.header().type(key)));
        }
        Expression call = new Expression.Call("mayBeAmongFirst", condition, arguments, false);
        Expression all = scan.filter().map(f -> Conjunctions.and(f, call)).orElse(call);
        return new Plan.Scan(scan.table(), scan.header(), Optional.of(all), false, scan.limit());
    }
}
