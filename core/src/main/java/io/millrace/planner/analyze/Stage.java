package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.aggregate.AggregateCall;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.pipeline.operator.window.WindowSpec;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The plan of a SELECT while it grows. Clauses were bound over the relation of FROM; {@link #current} translates such an expression to the columns that
 * the plan has by now: group keys and aggregates after an aggregation, element columns after an array join.
 *
 * <p>An arrayJoin() is laid onto the plan when the first clause asks for its column, as in ClickHouse: one in WHERE multiplies the rows before the filter,
 * one that only the result shows multiplies the rows last. An aggregation forgets those below it, so a result that shows one again joins the groups.
 * So {@link #current} may change the {@link #plan}, and has to be called before the plan is read.
 */
final class Stage {
    private Plan plan;
    private final SelectCalls calls;
    private final Map<Integer, Expression> standIns = new HashMap<>();
    /** After an aggregation the columns of its keys. */
    private Optional<Map<Expression, Expression>> groupColumns = Optional.empty();

    Stage(Plan plan, SelectCalls calls) {
        this.plan = plan;
        this.calls = calls;
    }

    Plan plan() {
        return plan;
    }

    /** An expression over FROM's relation, over the plan as it is now. */
    Expression current(Expression expression) {
        Expression grouped = groupColumns.isPresent() ? overGroups(expression) : expression;
        return Placeholders.replaceInputs(grouped, this::standIn);
    }

    private Expression standIn(Expression.Input input) {
        return input.index() < Placeholders.AGGREGATES ? input : known(input);
    }

    private Expression known(Expression.Input input) {
        Expression replacement = standIns.get(input.index());
        if (replacement == null && Placeholders.isArrayJoin(input)) {
            Expression array = calls.arrayJoins().get(input.index() - Placeholders.ARRAY_JOINS);
            replacement = arrayJoined(current(array));
            standIns.put(input.index(), replacement);
        }
        if (replacement == null) {
            throw DbException.bug("No column for " + input.name() + " at this step of the query");
        }
        return replacement;
    }

    /** Replaces whole group keys by their columns; what is left of the rows' columns is an error. */
    private Expression overGroups(Expression expression) {
        Expression column = groupColumns.orElseThrow().get(expression);
        if (column != null && !(expression instanceof Expression.Constant)) {
            return column;
        }
        return switch (expression) {
            case Expression.Constant constant -> constant;
            case Expression.Input input when input.index() >= Placeholders.AGGREGATES -> input;
            case Expression.Input input ->
                throw new DbException(
                        ErrorCode.NOT_AN_AGGREGATE,
                        "Column '" + input.name() + "' is not under aggregate function and not in GROUP BY keys");
            case Expression.Call call ->
                new Expression.Call(
                        call.function(),
                        call.bound(),
                        call.arguments().stream().map(this::overGroups).toList(),
                        call.deterministic());
            case Expression.Lambda lambda ->
                new Expression.Lambda(
                        lambda.parameters(),
                        lambda.captured().stream().map(this::overGroups).toList(),
                        lambda.body());
            case Expression.InSet in -> new Expression.InSet(overGroups(in.value()), in.set(), in.negated(), in.type());
        };
    }

    void filter(Optional<Expression> condition) {
        condition.map(this::current).ifPresent(c -> plan = new Plan.Filter(plan, c));
    }

    private Expression arrayJoined(Expression array) {
        int index = plan.header().width();
        List<Expression> expressions = inputs();
        expressions.add(array);
        List<Header.Field> fields = new ArrayList<>(plan.header().fields());
        List<Header.Field> after = new ArrayList<>(fields);
        DataType element = Types.bare(array.type()) instanceof DataType.MapType map
                ? map.asArray().element()
                : ((DataType.ArrayType) Types.bare(array.type())).element();
        fields.add(new Header.Field("__array", array.type()));
        after.add(new Header.Field("__element", element));
        Plan project = new Plan.Project(plan, expressions, new Header(fields));
        plan = new Plan.ArrayJoin(project, List.of(index), false, new Header(after));
        return new Expression.Input(index, "__element", element);
    }

    private List<Expression> inputs() {
        List<Expression> expressions = new ArrayList<>();
        for (int i = 0; i < plan.header().width(); i++) {
            expressions.add(
                    new Expression.Input(i, plan.header().name(i), plan.header().type(i)));
        }
        return expressions;
    }

    // ---- GROUP BY

    void aggregate(GroupAnalyzer.Groups groups, Optional<Expression> having) {
        List<Expression> columns = new ArrayList<>();
        List<Header.Field> fields = new ArrayList<>();
        List<Integer> keys = new ArrayList<>();
        for (Expression key : groups.keys()) {
            keys.add(columns.size());
            addColumn(
                    current(key),
                    key instanceof Expression.Input i ? i.name() : "__key" + keys.size(),
                    columns,
                    fields);
        }
        Map<Expression, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.putIfAbsent(columns.get(i), i);
        }
        List<AggregateCall> aggregates = new ArrayList<>();
        for (SelectCalls.AggregateUse use : calls.aggregates()) {
            List<Integer> arguments = new ArrayList<>();
            for (Expression argument : use.arguments()) {
                Expression now = current(argument);
                Integer known = places.putIfAbsent(now, columns.size());
                if (known == null) {
                    known = columns.size();
                    addColumn(now, "__argument" + known, columns, fields);
                }
                arguments.add(known);
            }
            aggregates.add(new AggregateCall(use.name(), use.function(), arguments));
        }
        Plan.Project rows = new Plan.Project(plan, columns, new Header(fields));
        AggregateSpec withoutHaving = groups.spec(rows.header(), keys, aggregates, Optional.empty());
        Header output = withoutHaving.output();
        Map<Expression, Expression> keyColumns = new HashMap<>();
        for (Expression key : groups.keys()) {
            int column = keyColumns.size();
            keyColumns.put(key, new Expression.Input(column, output.name(column), key.type()));
        }
        groupColumns = Optional.of(keyColumns);
        standIns.clear();
        for (int i = 0; i < aggregates.size(); i++) {
            int column = keys.size() + i;
            standIns.put(
                    Placeholders.AGGREGATES + i,
                    new Expression.Input(column, output.name(column), output.type(column)));
        }
        if (withoutHaving.sets().size() > 1) {
            int column = output.width() - 1;
            standIns.put(
                    GroupAnalyzer.GROUPING_SET, new Expression.Input(column, output.name(column), output.type(column)));
        }
        plan = new Plan.Aggregate(rows, withoutHaving);
        Optional<Expression> condition = having.map(this::current);
        if (condition.isPresent() && groups.totals() && groups.totalsAfterHaving()) {
            if (Placeholders.contains(having.get(), Placeholders.ARRAY_JOINS)) {
                throw new DbException(
                        ErrorCode.ILLEGAL_COLUMN, "HAVING of a query WITH TOTALS cannot contain arrayJoin");
            }
            plan = new Plan.Aggregate(rows, groups.spec(rows.header(), keys, aggregates, condition));
        }
        condition.ifPresent(c -> plan = new Plan.Filter(plan, c));
    }

    private static void addColumn(Expression value, String name, List<Expression> columns, List<Header.Field> fields) {
        columns.add(value);
        fields.add(new Header.Field(name, value.type()));
    }

    // ---- windows

    void windows(List<WindowAnalyzer.BoundWindow> windows) {
        windows.forEach(this::window);
    }

    private void window(WindowAnalyzer.BoundWindow window) {
        List<Expression> partitionBy =
                window.partitionBy().stream().map(this::current).toList();
        List<Expression> orderBy =
                window.orderBy().stream().map(o -> current(o.expression())).toList();
        List<List<Expression>> uses = window.uses().stream()
                .map(use -> calls.windows().get(use).arguments().stream()
                        .map(this::current)
                        .toList())
                .toList();
        List<Expression> columns = inputs();
        List<Header.Field> fields = new ArrayList<>(plan.header().fields());
        List<Integer> partition = new ArrayList<>();
        partitionBy.forEach(e -> partition.add(indexOf(e, columns, fields)));
        List<SortKey> order = new ArrayList<>();
        for (int i = 0; i < orderBy.size(); i++) {
            WindowAnalyzer.OrderKey key = window.orderBy().get(i);
            order.add(new SortKey(indexOf(orderBy.get(i), columns, fields), key.descending(), key.nullsFirst()));
        }
        List<WindowSpec.Call> windowCalls = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            SelectCalls.WindowUse call = calls.windows().get(window.uses().get(i));
            List<Integer> arguments = new ArrayList<>();
            uses.get(i).forEach(a -> arguments.add(indexOf(a, columns, fields)));
            windowCalls.add(new WindowSpec.Call(
                    call.name(), call.function(), call.aggregate(), arguments, call.ignoreNulls(), call.type()));
        }
        Header input = new Header(fields);
        List<Header.Field> outputFields = new ArrayList<>(fields);
        for (int i = 0; i < windowCalls.size(); i++) {
            WindowSpec.Call call = windowCalls.get(i);
            standIns.put(
                    Placeholders.WINDOWS + window.uses().get(i),
                    new Expression.Input(outputFields.size(), call.name(), call.type()));
            outputFields.add(new Header.Field(call.name(), call.type()));
        }
        List<SortKey> sort = new ArrayList<>();
        partition.forEach(p -> sort.add(new SortKey(p, false, false)));
        sort.addAll(order);
        Plan rows = new Plan.Project(plan, columns, input);
        rows = sort.isEmpty() ? rows : new Plan.Sort(rows, sort, OptionalLong.empty());
        plan = new Plan.Window(
                rows, new WindowSpec(input, partition, order, window.frame(), windowCalls, new Header(outputFields)));
    }

    private static int indexOf(Expression value, List<Expression> columns, List<Header.Field> fields) {
        int known = columns.indexOf(value);
        if (known < 0) {
            known = columns.size();
            columns.add(value);
            fields.add(new Header.Field("__window" + known, value.type()));
        }
        return known;
    }
}
