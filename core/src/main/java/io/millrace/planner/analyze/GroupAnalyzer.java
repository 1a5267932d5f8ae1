package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.aggregate.AggregateCall;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Query;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** GROUP BY: keys, grouping sets, totals. */
final class GroupAnalyzer {
    /** Stand-in for the number of the grouping set. */
    static final int GROUPING_SET = Placeholders.AGGREGATES + (1 << 19);

    private final Query.Select select;
    private final List<Matchers.Item> items;
    private final ExpressionBinder binder;
    private final SelectCalls calls;
    private List<List<Integer>> sets = List.of();

    GroupAnalyzer(Query.Select select, List<Matchers.Item> items, ExpressionBinder binder, SelectCalls calls) {
        this.select = select;
        this.items = items;
        this.binder = binder;
        this.calls = calls;
    }

    /** What is grouped by, ready for the aggregation. */
    record Groups(
            List<Expression> keys,
            List<List<Integer>> sets,
            boolean totals,
            boolean totalsAfterHaving,
            boolean emptyResult,
            long maxRows) {
        AggregateSpec spec(
                Header input, List<Integer> keyColumns, List<AggregateCall> aggregates, Optional<Expression> having) {
            return new AggregateSpec(input, keyColumns, aggregates, sets, totals, having, emptyResult, maxRows);
        }
    }

    /** The distinct keys, bound over the rows; grouping sets are remembered for {@link #spec}. */
    List<Expression> keys() {
        return calls.withoutAggregates("GROUP BY", this::bindKeys);
    }

    private List<Expression> bindKeys() {
        Map<Expression, Integer> keys = new LinkedHashMap<>();
        switch (select.groupBy().keys()) {
            case Query.NoKeys none -> sets = List.of(List.of());
            case Query.AllKeys all -> {
                items.stream()
                        .map(Matchers.Item::expr)
                        .filter(e -> !hasAggregate(e))
                        .forEach(e -> add(keys, e));
                sets = List.of(range(keys.size()));
            }
            case Query.KeyList list -> {
                List<Integer> positions = new ArrayList<>();
                list.expressions().forEach(e -> positions.add(add(keys, e)));
                sets = modified(distinct(positions));
            }
            case Query.GroupingSets grouping -> {
                List<List<Integer>> found = new ArrayList<>();
                for (List<Expr> set : grouping.sets()) {
                    List<Integer> positions = new ArrayList<>();
                    set.forEach(e -> positions.add(add(keys, e)));
                    found.add(distinct(positions));
                }
                sets = found;
            }
        }
        calls.allowGrouping((arguments, b) -> grouping(keys, arguments, b));
        return List.copyOf(keys.keySet());
    }

    /** The place of a key among the distinct ones. */
    private int add(Map<Expression, Integer> keys, Expr expr) {
        return keys.computeIfAbsent(binder.bind(positional(expr)), bound -> keys.size());
    }

    private Expr positional(Expr expr) {
        boolean enabled = binder.analyzer().context().settings().get(PlannerSettings.ENABLE_POSITIONAL_ARGUMENTS);
        Optional<Integer> position = enabled ? SelectAnalyzer.position(expr) : Optional.empty();
        if (position.isEmpty()) {
            return expr;
        }
        int index = position.get() < 0 ? items.size() + position.get() : position.get() - 1;
        if (index < 0 || index >= items.size()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Positional argument out of bounds: " + position.get() + " (expected in range [1, " + items.size()
                            + "])");
        }
        return items.get(index).expr();
    }

    private boolean hasAggregate(Expr expr) {
        return switch (expr) {
            case Expr.FunctionCall call ->
                call.over().isEmpty() && SelectCalls.isAggregate(call, binder)
                        || call.arguments().stream().anyMatch(this::hasAggregate);
            case Expr.Alias alias -> hasAggregate(alias.expression());
            default -> false;
        };
    }

    /** The sets of WITH ROLLUP and WITH CUBE. */
    private List<List<Integer>> modified(List<Integer> keys) {
        List<List<Integer>> result = new ArrayList<>();
        if (select.groupBy().withRollup()) {
            for (int length = keys.size(); length >= 0; length--) {
                result.add(List.copyOf(keys.subList(0, length)));
            }
        } else if (select.groupBy().withCube()) {
            for (int mask = (1 << keys.size()) - 1; mask >= 0; mask--) {
                List<Integer> set = new ArrayList<>();
                for (int i = 0; i < keys.size(); i++) {
                    if ((mask >> (keys.size() - 1 - i) & 1) != 0) {
                        set.add(keys.get(i));
                    }
                }
                result.add(set);
            }
        } else {
            result.add(keys);
        }
        return result;
    }

    private static List<Integer> distinct(List<Integer> positions) {
        Set<Integer> unique = new LinkedHashSet<>(positions);
        return List.copyOf(unique);
    }

    private static List<Integer> range(int size) {
        List<Integer> range = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            range.add(i);
        }
        return range;
    }

    /** Bits that are 1 for the arguments which the row's grouping set does not have, first argument highest. */
    private Expression grouping(Map<Expression, Integer> keys, List<Expression> arguments, ExpressionBinder b) {
        List<Expression> masks = new ArrayList<>();
        for (List<Integer> set : sets) {
            long mask = 0;
            for (Expression argument : arguments) {
                Integer key = keys.get(argument);
                if (key == null) {
                    throw new DbException(
                            ErrorCode.BAD_ARGUMENTS, "Argument of GROUPING function is not a part of GROUP BY clause");
                }
                mask = mask << 1 | (set.contains(key) ? 0 : 1);
            }
            masks.add(b.calls().cast(Literals.integer(BigInteger.valueOf(mask)), Types.UINT64));
        }
        if (masks.size() == 1) {
            return masks.getFirst();
        }
        Expression set = new Expression.Input(GROUPING_SET, "__grouping_set", Types.UINT64);
        Expression index = b.calls().call("plus", set, Literals.uint8(1));
        return b.calls().call("arrayElement", b.calls().call("array", masks), index);
    }

    /** Whether the query aggregates at all. */
    boolean isAggregating(Optional<Expression> having) {
        return !(select.groupBy().keys() instanceof Query.NoKeys)
                || !calls.aggregates().isEmpty()
                || select.groupBy().withTotals()
                || having.filter(h -> Placeholders.contains(h, Placeholders.AGGREGATES))
                        .isPresent();
    }

    Groups spec(List<Expression> keys) {
        var settings = binder.analyzer().context().settings();
        return new Groups(
                keys,
                sets,
                select.groupBy().withTotals(),
                !settings.get(PlannerSettings.TOTALS_MODE).equals("before_having"),
                settings.get(PlannerSettings.EMPTY_RESULT_FOR_AGGREGATION_BY_EMPTY_SET) || !keys.isEmpty(),
                settings.get(PlannerSettings.MAX_ROWS_TO_GROUP_BY));
    }
}
