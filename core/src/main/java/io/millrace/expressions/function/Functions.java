package io.millrace.expressions.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.base.text.Suggestions;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.AggregateStateType;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.aggregate.ParameterText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All functions by name: scalar, aggregate, and aggregates with combinators. Immutable; threads share it.
 *
 * <p>Names are case-sensitive unless an alias of another spelling is declared or the function is one of ClickHouse's case-insensitive
 * ones (those declare it by an upper-case alias; lookup then ignores case for them).
 */
public final class Functions {
    /** Combinators that may stand twice in a row. */
    private static final Set<String> NESTABLE = Set.of("Array", "ForEach", "Map");

    private static final String RESPECTING = "_respect_nulls";

    private final BuiltinIndex<ScalarFunction> scalars = BuiltinIndex.of(ScalarFunction.class);
    private final BuiltinIndex<AggregateFunction> aggregates = BuiltinIndex.of(AggregateFunction.class);
    private final BuiltinIndex<AggregateCombinator> combinators = BuiltinIndex.of(AggregateCombinator.class);
    private final List<String> suffixes = combinators.names().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    Set<String> scalarNames() {
        return scalars.names();
    }

    Set<String> aggregateNames() {
        return aggregates.names();
    }

    /** By name or alias, also in other capitals. */
    public Optional<ScalarFunction> findScalar(String name) {
        return scalars.find(name).or(() -> scalars.findIgnoringCase(name));
    }

    /** Whether the name means an aggregate function, with combinators or without. */
    public boolean isAggregate(String name) {
        return resolve(name).isPresent();
    }

    /** Binds a scalar function with everything the machinery adds around it: NULLs, dictionaries, constants. */
    public BoundScalar bindScalar(String name, List<Argument> arguments, BindContext context) {
        ScalarFunction function = findScalar(name).orElseThrow(() -> unknown(name));
        return FunctionBinding.bind(name, function, arguments, context);
    }

    /**
     * Binds an aggregate function, combinators included: {@code sumIf}, {@code uniqStateArray}, ...
     *
     * @param parameters the constants of {@code quantile(0.9)(x)}
     */
    public BoundAggregate bindAggregate(String name, List<Parameter> parameters, List<DataType> arguments) {
        return resolve(name).orElseThrow(() -> unknown(name)).bind(parameters, arguments);
    }

    /** The function whose states a type holds. */
    public BoundAggregate bindState(AggregateStateType type) {
        List<Parameter> parameters =
                type.parameters().stream().map(ParameterText::parse).toList();
        return bindAggregate(type.function(), parameters, type.arguments());
    }

    /** A plain name first; then the last suffix is the outermost combinator, the longest one if several fit (MergeState before State). */
    private Optional<AggregateFunction> resolve(String name) {
        Optional<AggregateFunction> plain = aggregates.find(name).or(() -> aggregates.findIgnoringCase(name));
        if (plain.isPresent()) {
            return plain;
        }
        for (String suffix : suffixes) {
            if (name.length() > suffix.length() && name.endsWith(suffix)) {
                String nestedName = name.substring(0, name.length() - suffix.length());
                Optional<AggregateFunction> nested = resolve(nestedName);
                if (nested.isPresent()) {
                    boolean known = aggregates.find(nestedName).isPresent();
                    if (!known && nestedName.endsWith(suffix) && !NESTABLE.contains(suffix)) {
                        throw new DbException(
                                ErrorCode.ILLEGAL_AGGREGATION,
                                "Nested identical combinator '" + suffix + "' is not supported");
                    }
                    return Optional.of(combinators.find(suffix).orElseThrow().combine(nested.get()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The aggregate function that {@code name} becomes under RESPECT NULLS, which takes a NULL for a value as others, or under IGNORE NULLS; its
     * suffixes stay. Empty if there is none.
     */
    public Optional<String> treatingNulls(String name, boolean respected) {
        Optional<AggregateFunction> plain = aggregates.find(name).or(() -> aggregates.findIgnoringCase(name));
        if (plain.isPresent()) {
            String canonical = plain.get().name();
            if (respected) {
                return Optional.of(canonical + RESPECTING)
                        .filter(n -> aggregates.find(n).isPresent());
            }
            return Optional.of(canonical)
                    .filter(n -> n.endsWith(RESPECTING))
                    .map(n -> n.substring(0, n.length() - RESPECTING.length()));
        }
        return suffixes.stream()
                .filter(name::endsWith)
                .findFirst()
                .flatMap(suffix -> treatingNulls(name.substring(0, name.length() - suffix.length()), respected)
                        .map(nested -> nested + suffix));
    }

    private DbException unknown(String name) {
        return unknown(name, "");
    }

    /**
     * The error of a function that there is not.
     *
     * @param scope the SELECT that calls it; empty if there is none
     */
    public DbException unknown(String name, String scope) {
        String hint = Suggestions.closest(name, scalarNames(), aggregateNames());
        return new DbException(
                ErrorCode.UNKNOWN_FUNCTION,
                "Function with name `" + name + "` does not exist."
                        + (scope.isEmpty() ? "" : " In scope " + scope + ".") + hint);
    }
}
