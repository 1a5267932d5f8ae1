package io.millrace.planner.analyze;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.expressions.tree.Expression;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes calls of scalar functions over bound expressions; what is constant is computed at once. Immutable. */
public final class Calls {
    private final BindContext context;

    public Calls(BindContext context) {
        this.context = context;
    }

    /** The zone in which texts of times are read. */
    TimeZone zone() {
        return TimeZone.of(context.zone().getId());
    }

    /** A call by SQL name. */
    public Expression call(String function, Expression... arguments) {
        return call(function, List.of(arguments));
    }

    public Expression call(String function, List<Expression> arguments) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            names.add("argument " + (i + 1));
        }
        return call(function, arguments, names);
    }

    /** A call whose arguments have the given names in error texts. */
    Expression call(String function, List<Expression> arguments, List<String> names) {
        List<Argument> described = new ArrayList<>(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            described.add(describe(names.get(i), arguments.get(i)));
        }
        BoundScalar bound = context.functions().bindScalar(function, described, context);
        FunctionTraits traits = context.functions()
                .findScalar(function)
                .map(ScalarFunction::traits)
                .orElse(FunctionTraits.DEFAULT);
        Expression.Call call = new Expression.Call(function, bound, arguments, traits.deterministic());
        boolean constant = arguments.stream().allMatch(a -> a instanceof Expression.Constant);
        return constant && traits.foldable() && traits.deterministic() ? fold(call) : call;
    }

    private static Argument describe(String name, Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> Argument.constant(name, constant.type(), constant.value());
            case Expression.Lambda lambda ->
                new Argument(name, lambda.type(), Optional.empty(), Optional.of(lambda.parameters()));
            case Expression.Input i -> Argument.value(name, i.type());
            case Expression.Call c -> Argument.value(name, c.type());
            case Expression.InSet i -> Argument.value(name, i.type());
        };
    }

    private Expression fold(Expression.Call call) {
        Column[] values = new Column[call.arguments().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Expression.Constant) call.arguments().get(i)).column(1);
        }
        Column result = call.bound().evaluate(values, 1, context.evaluation());
        return new Expression.Constant(call.type(), result instanceof ConstColumn c ? c.value() : result);
    }

    /** CAST to a type; the expression itself if it has the type already. */
    public Expression cast(Expression expression, DataType type) {
        if (expression.type().equals(type)) {
            return expression;
        }
        return call("_CAST", expression, Literals.string(type.name().getBytes(StandardCharsets.UTF_8)));
    }
}
