package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.Suggestions;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Functions;
import io.millrace.expressions.function.HigherOrderFunction;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.expressions.tree.Expression;
import io.millrace.expressions.tree.SetReference;
import io.millrace.planner.scope.Relation;
import io.millrace.planner.scope.ScopeColumn;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.print.ColumnNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Binds syntax to typed expressions over one relation: names, aliases, literals, functions, lambdas, subqueries.
 *
 * <p>Aggregates, window functions and arrayJoin are handed to a {@link SpecialCalls}, which gives stand-ins for them. One binder serves one SELECT
 * and one thread.
 */
final class ExpressionBinder {
    private final QueryAnalyzer analyzer;
    private final Relation relation;
    private final Aliases aliases;
    private final SpecialCalls special;
    private final Calls calls;
    private final Map<List<Object>, SetReference> sets = new HashMap<>();
    private final Deque<LambdaScope> lambdas = new ArrayDeque<>();

    ExpressionBinder(QueryAnalyzer analyzer, Relation relation, Aliases aliases, SpecialCalls special) {
        this.analyzer = analyzer;
        this.relation = relation;
        this.aliases = aliases;
        this.special = special;
        this.calls = new Calls(analyzer.context().bind());
    }

    Calls calls() {
        return calls;
    }

    QueryAnalyzer analyzer() {
        return analyzer;
    }

    Relation relation() {
        return relation;
    }

    Expression bind(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal(literal.value());
            case Expr.Identifier identifier -> identifier(identifier);
            case Expr.Alias alias -> aliased(alias);
            case Expr.FunctionCall call -> call(call);
            case Expr.Subquery subquery -> scalar(subquery);
            case Expr.QueryParameter parameter -> parameter(parameter);
            case Expr.Lambda lambda ->
                throw new DbException(
                        ErrorCode.UNEXPECTED_EXPRESSION,
                        "Lambda is only allowed as an argument of a function that takes one");
            case Expr.Asterisk a -> throw unexpectedMatcher();
            case Expr.ColumnsByPattern c -> throw unexpectedMatcher();
            case Expr.ColumnsByList c -> throw unexpectedMatcher();
        };
    }

    /** A subquery that does not know a name may mean a column of this query. */
    private Expression scalar(Expr.Subquery subquery) {
        try {
            return analyzer.scalarSubquery(subquery.query());
        } catch (DbException e) {
            if (e.code() != ErrorCode.UNKNOWN_IDENTIFIER) {
                throw e;
            }
            return outsideOfLambdas(() -> CorrelatedSubquery.scalar(subquery.query(), this, e));
        }
    }

    /** Whether a name is an alias of this query. */
    boolean isAlias(String name) {
        return aliases.find(name).isPresent();
    }

    /** What has the alias does not see the alias: {@code number + 1 AS number} adds to the column. */
    private Expression aliased(Expr.Alias alias) {
        boolean hidden = aliases.enter(alias.name());
        try {
            return bind(alias.expression());
        } finally {
            if (hidden) {
                aliases.leave(alias.name());
            }
        }
    }

    private static DbException unexpectedMatcher() {
        return new DbException(
                ErrorCode.UNSUPPORTED_METHOD,
                "Matchers like * and COLUMNS are only allowed in SELECT and as arguments of functions");
    }

    Expression literal(LiteralValue value) {
        return switch (value) {
            case LiteralValue.ArrayValue array ->
                calls.call("array", array.elements().stream().map(this::literal).toList());
            case LiteralValue.TupleValue tuple ->
                calls.call("tuple", tuple.elements().stream().map(this::literal).toList());
            case LiteralValue.MapValue map -> {
                List<Expression> pairs = new ArrayList<>();
                for (LiteralValue.Entry entry : map.entries()) {
                    pairs.add(literal(entry.key()));
                    pairs.add(literal(entry.value()));
                }
                yield calls.call("map", pairs);
            }
            default -> Literals.constant(value);
        };
    }

    private Expression parameter(Expr.QueryParameter parameter) {
        if (parameter.type().isEmpty()) {
            return analyzer.context().positional().value(parameter.name());
        }
        String text = analyzer.context().parameters().get(parameter.name());
        if (text == null) {
            throw new DbException(
                    ErrorCode.UNKNOWN_QUERY_PARAMETER, "Substitution `" + parameter.name() + "` is not set");
        }
        return ParameterValues.constant(parameter.name(), parameter.type(), text, calls.zone());
    }

    // ---- names

    private Expression identifier(Expr.Identifier identifier) {
        Optional<Expression> parameter = lambdaParameter(identifier);
        if (parameter.isPresent()) {
            return parameter.get();
        }
        return captured(outside(identifier));
    }

    /** A name that is no lambda parameter: alias first, then column, as ClickHouse does (the other way round by setting). */
    private Expression outside(Expr.Identifier identifier) {
        boolean columnsFirst = analyzer.context().settings().get(PlannerSettings.PREFER_COLUMN_NAME_TO_ALIAS);
        Optional<Expression> first = columnsFirst ? column(identifier) : alias(identifier);
        return first.or(() -> columnsFirst ? alias(identifier) : column(identifier))
                .orElseThrow(() -> unknown(identifier));
    }

    private Optional<Expression> alias(Expr.Identifier identifier) {
        String name = identifier.parts().getFirst();
        Optional<Expr> definition = aliases.find(name);
        if (definition.isEmpty() || !aliases.enter(name)) {
            return Optional.empty();
        }
        analyzer.size().addAlias();
        Deque<LambdaScope> saved = new ArrayDeque<>(lambdas);
        lambdas.clear();
        try {
            Expression value = bind(definition.get());
            return Optional.of(elements(
                    value, identifier.parts().subList(1, identifier.parts().size())));
        } finally {
            lambdas.addAll(saved);
            aliases.leave(name);
        }
    }

    private Optional<Expression> column(Expr.Identifier identifier) {
        List<String> parts = identifier.parts();
        for (int used = parts.size(); used > 0; used--) {
            Optional<ScopeColumn> found = relation.find(parts.subList(0, used));
            if (found.isPresent()) {
                return Optional.of(elements(found.get().expression(), parts.subList(used, parts.size())));
            }
        }
        return Optional.empty();
    }

    /** {@code column.element}: of tuples by name or number, and the subcolumns of arrays, maps and Nullable. */
    private Expression elements(Expression value, List<String> names) {
        Expression result = value;
        for (String name : names) {
            result = element(result, name);
        }
        return result;
    }

    private Expression element(Expression value, String name) {
        return switch (value.type()) {
            case DataType.MapType m when name.equals("keys") -> calls.call("mapKeys", value);
            case DataType.MapType m when name.equals("values") -> calls.call("mapValues", value);
            case DataType.ArrayType a when name.equals("size0") -> calls.call("length", value);
            case DataType.MapType m when name.equals("size0") -> calls.call("length", value);
            case DataType.StringType s when name.equals("size") -> calls.call("length", value);
            case DataType.NullableType n when name.equals("null") -> calls.call("isNull", value);
            default -> calls.call("tupleElement", value, Literals.string(name.getBytes(StandardCharsets.UTF_8)));
        };
    }

    private DbException unknown(Expr.Identifier identifier) {
        if (aliases.find(identifier.parts().getFirst()).isPresent()) {
            return new DbException(
                    ErrorCode.UNKNOWN_IDENTIFIER,
                    "Unknown expression identifier `" + identifier.fullName() + "` in scope " + aliases.scopeText()
                            + ": its definition refers to itself");
        }
        return new DbException(
                ErrorCode.UNKNOWN_IDENTIFIER,
                "Unknown expression identifier `" + identifier.fullName() + "` in scope " + aliases.scopeText() + "."
                        + Suggestions.closest(identifier.fullName(), relation.names(), aliases.names()));
    }

    // ---- lambdas

    private Optional<Expression> lambdaParameter(Expr.Identifier identifier) {
        String name = identifier.parts().getFirst();
        int depth = 0;
        for (LambdaScope scope : lambdas) {
            Optional<Expression> parameter = scope.parameter(name);
            if (parameter.isPresent()) {
                Expression inner = passInward(parameter.get(), depth);
                return Optional.of(elements(
                        inner, identifier.parts().subList(1, identifier.parts().size())));
            }
            depth++;
        }
        return Optional.empty();
    }

    /** An expression of the relation, as the innermost lambda sees it. */
    private Expression captured(Expression outer) {
        return passInward(outer, lambdas.size());
    }

    /** Carries an expression of the scope {@code depth} levels out through the captures of the lambdas in between. */
    private Expression passInward(Expression outer, int depth) {
        Expression current = outer;
        List<LambdaScope> path = new ArrayList<>(lambdas).subList(0, depth).reversed();
        for (LambdaScope scope : path) {
            current = current instanceof Expression.Constant ? current : scope.capture(current);
        }
        return current;
    }

    private Expression lambda(Expr.Lambda lambda, List<DataType> types) {
        if (types.size() != lambda.parameters().size()) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Lambda has " + lambda.parameters().size() + " arguments, but the function passes " + types.size());
        }
        LambdaScope scope = new LambdaScope(lambda.parameters(), types);
        lambdas.push(scope);
        try {
            Expression body = bind(lambda.body());
            return new Expression.Lambda(types, scope.captured(), body);
        } finally {
            lambdas.pop();
        }
    }

    /** The set of equal right sides of IN is one set, so that equal conditions are found equal. */
    SetReference setOf(Object rightSide, DataType type, Supplier<SetReference> made) {
        return sets.computeIfAbsent(List.of(rightSide, type), key -> made.get());
    }

    /** Binds something that belongs to the relation even inside a lambda (an aggregate's arguments), then captures its stand-in. */
    Expression outsideOfLambdas(Supplier<Expression> binding) {
        Deque<LambdaScope> saved = new ArrayDeque<>(lambdas);
        lambdas.clear();
        Expression result;
        try {
            result = binding.get();
        } finally {
            lambdas.addAll(saved);
        }
        return captured(result);
    }

    // ---- calls

    private Expression call(Expr.FunctionCall call) {
        if (aliases.find(call.name()).orElse(call) instanceof Expr.Lambda lambda
                && lambda.parameters().size() == call.arguments().size()) {
            return bind(Substitution.replaceAll(lambda, call.arguments()));
        }
        ParameterTypes.decide(call, this);
        Optional<Expression> handled = special.bind(call, this);
        if (handled.isPresent()) {
            return handled.get();
        }
        String name = canonical(call.name());
        if (call.nulls() != Expr.NullsAction.NONE) {
            throw new DbException(
                    ErrorCode.SYNTAX_ERROR, "Function with name `" + name + "` cannot use " + call.nulls() + " NULLS");
        }
        if (!call.parameters().isEmpty()
                && analyzer.context().bind().functions().findScalar(name).isPresent()) {
            throw new DbException(
                    ErrorCode.FUNCTION_CANNOT_HAVE_PARAMETERS, "Function " + name + " cannot have parameters");
        }
        List<Expr> arguments = call.arguments();
        Expression[] bound = new Expression[arguments.size()];
        List<String> names = new ArrayList<>(bound.length);
        List<DataType> others = new ArrayList<>();
        for (int i = 0; i < bound.length; i++) {
            names.add(ColumnNames.of(arguments.get(i)));
            if (!(arguments.get(i) instanceof Expr.Lambda)) {
                bound[i] = bind(arguments.get(i));
                others.add(bound[i].type());
            }
        }
        for (int i = 0; i < bound.length; i++) {
            if (arguments.get(i) instanceof Expr.Lambda lambda) {
                bound[i] = lambda(
                        lambda,
                        lambdaParameters(name, others, lambda.parameters().size()));
            }
        }
        Functions functions = analyzer.context().bind().functions();
        if (functions.findScalar(name).isEmpty()) {
            throw functions.unknown(name, aliases.scopeText());
        }
        return calls.call(name, List.of(bound), names);
    }

    private List<DataType> lambdaParameters(String name, List<DataType> others, int count) {
        Optional<ScalarFunction> function =
                analyzer.context().bind().functions().findScalar(name);
        if (function.isPresent() && function.get() instanceof HigherOrderFunction higherOrder) {
            return higherOrder.lambdaParameters(others, count);
        }
        throw new DbException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Function " + name + " does not take a lambda expression");
    }

    private String canonical(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "cast" -> "CAST";
            default -> name;
        };
    }

    /** Binds a condition and checks that it is one. */
    Expression condition(Expr expr, String clause) {
        Expression bound = bind(expr);
        DataType bare = Types.bare(bound.type());
        boolean fits = Types.isNumber(bare) && !(bare instanceof DataType.DecimalType) || bare.equals(Types.NOTHING);
        if (!fits) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_COLUMN_FOR_FILTER,
                    "Invalid type for filter in " + clause + ": " + bound.type().name());
        }
        return bound;
    }
}
