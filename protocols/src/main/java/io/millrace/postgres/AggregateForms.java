package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.LiteralValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * PostgreSQL's aggregates by the engine's: DISTINCT and FILTER have become endings of the name, ORDER BY a parameter ({@code orderBy(key, descending, ..)})
 * and {@code WITHIN GROUP (ORDER BY x)} the arguments. One call each.
 */
final class AggregateForms {
    private final FunctionCall call;
    /** The arguments without the condition of FILTER. */
    private final List<Expr> arguments;

    private final Optional<Expr> filter;
    private final boolean distinct;
    private final String name;

    private AggregateForms(FunctionCall call) {
        this.call = call;
        String rest = call.name().toLowerCase(Locale.ROOT);
        boolean filtered = rest.endsWith("if") && call.arguments().size() > 1;
        filter = filtered ? Optional.of(call.arguments().getLast()) : Optional.empty();
        arguments = filtered ? call.arguments().subList(0, call.arguments().size() - 1) : call.arguments();
        rest = filtered ? rest.substring(0, rest.length() - 2) : rest;
        distinct = rest.endsWith("distinct");
        name = distinct ? rest.substring(0, rest.length() - "distinct".length()) : rest;
    }

    /** What stands for a call; empty when it is no such aggregate. */
    static Optional<Expr> of(FunctionCall call) {
        return new AggregateForms(call).translated();
    }

    private Optional<Expr> translated() {
        return switch (name) {
            case "string_agg" -> arguments.size() == 2 ? Optional.of(joined()) : Optional.empty();
            case "array_agg" -> arguments.size() == 1 ? Optional.of(collected()) : Optional.empty();
            case "bool_and", "every" -> Optional.of(truth("min"));
            case "bool_or" -> Optional.of(truth("max"));
            case "mode" ->
                arguments.size() == 1
                        ? Optional.of(TreeMapper.call(
                                call,
                                "arrayElement",
                                aggregate("topK", List.of(TreeMapper.number(call, 1)), arguments),
                                TreeMapper.number(call, 1)))
                        : Optional.empty();
            case "percentile_cont" -> Optional.of(percentile());
            case "percentile_disc" -> arguments.size() == 1 ? Optional.of(discretePercentile()) : Optional.empty();
            default -> {
                if (order().isPresent()) {
                    throw new DbException(
                            ErrorCode.NOT_IMPLEMENTED,
                            "ORDER BY inside of " + name + " is not supported, only in array_agg and string_agg");
                }
                yield Optional.empty();
            }
        };
    }

    /** A call of the engine's aggregate with the same filter. */
    private Expr aggregate(String function, List<Expr> parameters, List<Expr> over) {
        List<Expr> all = new ArrayList<>(over);
        filter.ifPresent(all::add);
        return new FunctionCall(
                call.position(),
                filter.isPresent() ? function + "If" : function,
                parameters,
                all,
                call.notation(),
                call.nulls(),
                call.over());
    }

    private Expr truth(String function) {
        return TreeMapper.call(
                call, "CAST", aggregate(function, List.of(), arguments), TreeMapper.literal(call, "Nullable(Bool)"));
    }

    private Optional<FunctionCall> order() {
        return call.parameters().stream()
                .filter(p -> p instanceof FunctionCall c && c.name().equals("orderBy"))
                .map(FunctionCall.class::cast)
                .findFirst();
    }

    private Expr joined() {
        return TreeMapper.call(call, "arrayStringConcat", collected(), arguments.get(1));
    }

    /** All values as an array, in the wanted order. */
    private Expr collected() {
        Expr value = arguments.getFirst();
        String collect = distinct ? "groupUniqArray" : "groupArray";
        Optional<FunctionCall> order = order();
        if (order.isEmpty()) {
            return aggregate(collect, List.of(), List.of(value));
        }
        List<Expr> keys = new ArrayList<>();
        boolean descending = false;
        List<Expr> given = order.get().arguments();
        for (int i = 0; i < given.size(); i += 2) {
            boolean down = given.get(i + 1) instanceof Expr.Literal(var p, LiteralValue.BoolValue b) && b.value();
            if (i > 0 && down != descending) {
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED,
                        "ORDER BY inside of an aggregate needs keys that are all ascending or all descending");
            }
            descending = down;
            keys.add(given.get(i));
        }
        String sort = descending ? "arrayReverseSort" : "arraySort";
        if (keys.equals(List.of(value))) {
            return TreeMapper.call(call, sort, aggregate(collect, List.of(), List.of(value)));
        }
        keys.add(value);
        Expr rows = aggregate(collect, List.of(), List.of(FunctionCall.operator(call.position(), "tuple", keys)));
        Expr row = new Expr.Identifier(call.position(), List.of("row"));
        Expr last = TreeMapper.call(call, "tupleElement", row, TreeMapper.number(call, keys.size()));
        return TreeMapper.call(
                call,
                "arrayMap",
                new Expr.Lambda(call.position(), List.of("row"), last),
                TreeMapper.call(call, sort, rows));
    }

    /** One fraction, or an array of them. */
    private Expr percentile() {
        List<Expr> fractions = call.parameters();
        if (fractions.size() == 1
                && fractions.getFirst() instanceof FunctionCall array
                && array.name().equals("array")) {
            return aggregate("quantilesExactInclusive", array.arguments(), arguments);
        }
        return aggregate("quantileExactInclusive", fractions, arguments);
    }

    /** The first value at or above the fraction of all values. */
    private Expr discretePercentile() {
        Expr fraction = call.parameters().getFirst();
        Expr count = aggregate("count", List.of(), arguments);
        Expr at = TreeMapper.call(
                call,
                "greatest",
                TreeMapper.number(call, 1),
                TreeMapper.call(call, "ceil", TreeMapper.call(call, "multiply", fraction, count)));
        return TreeMapper.call(
                call,
                "arrayElement",
                TreeMapper.call(call, "arraySort", aggregate("groupArray", List.of(), arguments)),
                TreeMapper.call(call, "toInt64", at));
    }
}
