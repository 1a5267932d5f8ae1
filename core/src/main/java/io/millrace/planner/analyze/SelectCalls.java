package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.function.Functions;
import io.millrace.expressions.tree.Expression;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Window;
import io.millrace.sql.print.ColumnNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The aggregates, window functions and arrayJoin calls of one SELECT, each found once, with stand-ins for their results. */
final class SelectCalls implements SpecialCalls {
    /** One distinct aggregate call. */
    record AggregateUse(String name, BoundAggregate function, List<Expression> arguments) {}

    /** What calls of the same aggregate have in common: the function with its parameters, and the arguments. */
    private record AggregateCallKey(String function, List<Expression> arguments) {}

    /** One distinct window call. */
    record WindowUse(
            String name,
            String function,
            Optional<BoundAggregate> aggregate,
            List<Expression> arguments,
            boolean ignoreNulls,
            DataType type,
            Window window) {}

    private final List<AggregateUse> aggregates = new ArrayList<>();
    private final Map<AggregateCallKey, Integer> placeOfAggregate = new HashMap<>();
    private final List<WindowUse> windows = new ArrayList<>();
    private final List<Expression> arrayJoins = new ArrayList<>();
    private String forbiddenClause = "";
    private boolean insideAggregate;
    private boolean insideWindow;
    private Optional<GroupingCalls> grouping = Optional.empty();

    List<AggregateUse> aggregates() {
        return aggregates;
    }

    List<WindowUse> windows() {
        return windows;
    }

    List<Expression> arrayJoins() {
        return arrayJoins;
    }

    /** Answers {@code grouping(a, b)} once the grouping sets are known. */
    void allowGrouping(GroupingCalls calls) {
        grouping = Optional.of(calls);
    }

    /** {@code grouping()} over the sets of a GROUP BY. */
    interface GroupingCalls {
        Expression grouping(List<Expression> arguments, ExpressionBinder binder);
    }

    /** Runs {@code binding} for a clause that cannot have aggregates: WHERE, PREWHERE, GROUP BY. */
    <T> T withoutAggregates(String clause, Supplier<T> binding) {
        String saved = forbiddenClause;
        forbiddenClause = clause;
        try {
            return binding.get();
        } finally {
            forbiddenClause = saved;
        }
    }

    /** Runs {@code binding} for what belongs to a window, in which there are no others. */
    <T> T withoutWindows(Supplier<T> binding) {
        insideWindow = true;
        try {
            return binding.get();
        } finally {
            insideWindow = false;
        }
    }

    @Override
    public Optional<Expression> bind(Expr.FunctionCall call, ExpressionBinder binder) {
        if (call.over().isPresent()) {
            return Optional.of(
                    binder.outsideOfLambdas(() -> window(call, call.over().get(), binder)));
        }
        if (call.name().equals("arrayJoin") && call.arguments().size() == 1) {
            return Optional.of(binder.outsideOfLambdas(() -> arrayJoin(call, binder)));
        }
        if (call.name().equals("grouping") && grouping.isPresent()) {
            List<Expression> arguments =
                    call.arguments().stream().map(binder::bind).toList();
            return Optional.of(grouping.get().grouping(arguments, binder));
        }
        Optional<Expression> in = InCalls.bind(call, binder);
        if (in.isPresent()) {
            return in;
        }
        if (!isAggregate(call, binder)) {
            return Optional.empty();
        }
        return Optional.of(binder.outsideOfLambdas(() -> aggregate(call, binder)));
    }

    /** Whether a call is of an aggregate function; {@code countDistinct} is one by whatever name the settings give it. */
    static boolean isAggregate(Expr.FunctionCall call, ExpressionBinder binder) {
        Functions functions = binder.analyzer().context().bind().functions();
        return functions.findScalar(call.name()).isEmpty() && functions.isAggregate(plainName(call, binder));
    }

    private Expression arrayJoin(Expr.FunctionCall call, ExpressionBinder binder) {
        Expression array = binder.bind(call.arguments().getFirst());
        DataType element = switch (Types.bare(array.type())) {
            case DataType.ArrayType a -> a.element();
            case DataType.MapType m -> m.asArray().element();
            default ->
                throw new DbException(
                        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        "Argument for function arrayJoin must be Array or Map, not "
                                + array.type().name());
        };
        int known = arrayJoins.indexOf(array);
        if (known < 0) {
            arrayJoins.add(array);
            known = arrayJoins.size() - 1;
        }
        return new Expression.Input(Placeholders.ARRAY_JOINS + known, ColumnNames.of(call), element);
    }

    private Expression aggregate(Expr.FunctionCall call, ExpressionBinder binder) {
        String shown = ColumnNames.of(call);
        if (!forbiddenClause.isEmpty()) {
            throw new DbException(
                    ErrorCode.ILLEGAL_AGGREGATION,
                    "Aggregate function " + shown + " is found in " + forbiddenClause + " in query.");
        }
        if (insideAggregate) {
            throw new DbException(
                    ErrorCode.ILLEGAL_AGGREGATION,
                    "Aggregate function " + shown + " is found inside another aggregate function in query.");
        }
        insideAggregate = true;
        List<Expression> arguments;
        try {
            arguments = arguments(call, binder);
        } finally {
            insideAggregate = false;
        }
        List<Parameter> parameters = parameters(call, binder);
        String name = functionName(call, binder);
        arguments = Distincts.simplified(name, arguments);
        BoundAggregate bound = bindAggregate(name, parameters, arguments, binder);
        String key = name + parameters.stream().map(Parameter::text).toList();
        Integer known = placeOfAggregate.putIfAbsent(new AggregateCallKey(key, arguments), aggregates.size());
        if (known == null) {
            known = aggregates.size();
            aggregates.add(new AggregateUse(shown, bound, arguments));
        }
        return new Expression.Input(Placeholders.AGGREGATES + known, shown, bound.type());
    }

    private static BoundAggregate bindAggregate(
            String name, List<Parameter> parameters, List<Expression> arguments, ExpressionBinder binder) {
        List<DataType> types = arguments.stream()
                .map(Expression::type)
                .map(Types::withoutSimpleAggregate)
                .toList();
        return binder.analyzer().context().bind().functions().bindAggregate(name, parameters, types);
    }

    /** Arguments of an aggregate; {@code count(*)} has none. */
    private static List<Expression> arguments(Expr.FunctionCall call, ExpressionBinder binder) {
        List<Expression> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            if (!(argument instanceof Expr.Asterisk)) {
                arguments.add(binder.bind(argument));
            } else if (!call.name().toLowerCase(Locale.ROOT).startsWith("count")) {
                binder.relation().ordinary(Optional.empty()).forEach(c -> arguments.add(c.expression()));
            }
        }
        return arguments;
    }

    private static List<Parameter> parameters(Expr.FunctionCall call, ExpressionBinder binder) {
        List<Parameter> parameters = new ArrayList<>();
        for (Expr parameter : call.parameters()) {
            if (!(binder.bind(parameter) instanceof Expression.Constant constant)) {
                throw new DbException(
                        ErrorCode.PARAMETERS_TO_AGGREGATE_FUNCTIONS_MUST_BE_LITERALS,
                        "Parameters of aggregate function " + call.name() + " must be constants");
            }
            parameters.add(new Parameter(constant.type(), constant.value(), ColumnNames.of(parameter)));
        }
        return parameters;
    }

    /** The function that a call means, by the settings and by what it says about NULLs. */
    private static String functionName(Expr.FunctionCall call, ExpressionBinder binder) {
        String name = plainName(call, binder);
        boolean respected = call.nulls() == Expr.NullsAction.RESPECT;
        if (call.nulls() == Expr.NullsAction.NONE) {
            return name;
        }
        Optional<String> treating =
                binder.analyzer().context().bind().functions().treatingNulls(name, respected);
        if (treating.isEmpty() && respected) {
            throw WindowFunctions.cannotRespectNulls(name);
        }
        return treating.orElse(name);
    }

    private static String plainName(Expr.FunctionCall call, ExpressionBinder binder) {
        String name = call.name();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("countdistinct")) {
            return binder.analyzer().context().settings().get(PlannerSettings.COUNT_DISTINCT_IMPLEMENTATION);
        }
        if (lower.startsWith("countdistinct")) {
            return binder.analyzer().context().settings().get(PlannerSettings.COUNT_DISTINCT_IMPLEMENTATION)
                    + name.substring("countDistinct".length());
        }
        return name;
    }

    private Expression window(Expr.FunctionCall call, Window window, ExpressionBinder binder) {
        String shown = ColumnNames.of(call);
        if (!forbiddenClause.isEmpty()) {
            throw new DbException(
                    ErrorCode.ILLEGAL_AGGREGATION,
                    "Window function " + shown + " is found in " + forbiddenClause + " in query.");
        }
        if (insideAggregate || insideWindow) {
            throw new DbException(
                    ErrorCode.ILLEGAL_AGGREGATION,
                    "Window function " + shown + " is found inside "
                            + (insideAggregate ? "an aggregate function" : "another window function") + " in query.");
        }
        List<Expression> arguments = withoutWindows(() -> arguments(call, binder));
        String function = WindowFunctions.canonical(call.name());
        WindowUse use = WindowFunctions.isRanking(function)
                ? WindowFunctions.use(
                        shown, function, arguments, WindowFunctions.ignoresNulls(call, function), window, binder)
                : aggregateOverWindow(shown, call, arguments, window, binder);
        int known = windows.indexOf(use);
        if (known < 0) {
            windows.add(use);
            known = windows.size() - 1;
        }
        return new Expression.Input(Placeholders.WINDOWS + known, shown, use.type());
    }

    private static WindowUse aggregateOverWindow(
            String shown, Expr.FunctionCall call, List<Expression> arguments, Window window, ExpressionBinder binder) {
        String name = functionName(call, binder);
        BoundAggregate bound = bindAggregate(name, parameters(call, binder), arguments, binder);
        return new WindowUse(shown, name, Optional.of(bound), arguments, false, bound.type(), window);
    }
}
