package io.millrace.planner.analyze;

import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the types of parameters {@code $1} that a client left open, from the calls they are arguments of. */
final class ParameterTypes {
    private static final Set<String> COMPARISONS = Set.of(
            "equals",
            "notEquals",
            "less",
            "greater",
            "lessOrEquals",
            "greaterOrEquals",
            "isDistinctFrom",
            "isNotDistinctFrom",
            "in",
            "notIn",
            "plus",
            "minus",
            "multiply",
            "divide",
            "modulo",
            "intDiv",
            "coalesce",
            "ifNull",
            "nullIf",
            "greatest",
            "least",
            "caseWithExpression");

    private static final Set<String> CONDITIONS = Set.of("and", "or", "not", "xor");
    private static final Set<String> TEXTS = Set.of("like", "ilike", "notLike", "notILike", "match", "concat");

    private ParameterTypes() {}

    /** Decides the types of the open parameters among the arguments of a call. */
    static void decide(Expr.FunctionCall call, ExpressionBinder binder) {
        PositionalParameters parameters = binder.analyzer().context().positional();
        List<Expr> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Expr.QueryParameter parameter) {
                if (isOpen(parameter, parameters)) {
                    type(call, i, binder).ifPresent(type -> parameters.decide(parameter.name(), type));
                }
            } else if (call.name().equals("in") || call.name().equals("notIn")) {
                decideElements(call, arguments.get(i), binder);
            }
        }
    }

    private static void decideElements(Expr.FunctionCall in, Expr right, ExpressionBinder binder) {
        if (right instanceof Expr.FunctionCall list
                && (list.name().equals("tuple") || list.name().equals("array"))) {
            PositionalParameters parameters = binder.analyzer().context().positional();
            for (Expr element : list.arguments()) {
                if (element instanceof Expr.QueryParameter parameter && isOpen(parameter, parameters)) {
                    parameters.decide(
                            parameter.name(),
                            comparable(binder.bind(in.arguments().getFirst()).type()));
                }
            }
        }
    }

    static boolean isOpen(Expr.QueryParameter parameter, PositionalParameters parameters) {
        return parameter.type().isEmpty() && parameters.isOpen(parameter.name());
    }

    private static Optional<DataType> type(Expr.FunctionCall call, int at, ExpressionBinder binder) {
        String name = call.name();
        if (name.equalsIgnoreCase("CAST") && at == 0 && call.arguments().size() == 2) {
            return call.arguments().get(1) instanceof Expr.Literal literal
                            && literal.value() instanceof LiteralValue.StringValue type
                    ? Optional.of(io.millrace.data.type.TypeParser.parse(type.text()))
                    : Optional.empty();
        }
        if (CONDITIONS.contains(name)) {
            return Optional.of(Types.BOOL);
        }
        if (TEXTS.contains(name)) {
            return Optional.of(Types.STRING);
        }
        if (name.equals("has") && call.arguments().size() == 2) {
            DataType other = other(call, at, binder).orElse(Types.STRING);
            return Optional.of(
                    at == 0 ? Types.array(other) : other instanceof DataType.ArrayType a ? a.element() : other);
        }
        boolean branch =
                name.equals("multiIf") && (at % 2 == 1 || at == call.arguments().size() - 1);
        if (name.equals("multiIf") && !branch) {
            return Optional.of(Types.BOOL);
        }
        return branch || COMPARISONS.contains(name) || name.equals("if") ? other(call, at, binder) : Optional.empty();
    }

    /** The type of the first other argument that has one by itself. */
    private static Optional<DataType> other(Expr.FunctionCall call, int at, ExpressionBinder binder) {
        boolean branches = call.name().equals("multiIf");
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            boolean condition = branches && i % 2 == 0 && i != call.arguments().size() - 1;
            boolean open = argument instanceof Expr.QueryParameter p
                    && isOpen(p, binder.analyzer().context().positional());
            if (i != at && !condition && !open && !(argument instanceof Expr.Lambda)) {
                DataType type = Types.bare(binder.bind(argument).type());
                if (!type.equals(Types.NOTHING)) {
                    return Optional.of(argument instanceof Expr.Literal ? literalType(type) : comparable(type));
                }
            }
        }
        return Optional.empty();
    }

    private static DataType literalType(DataType type) {
        return type instanceof DataType.IntegerType i && i.bits() < 64
                ? i.bits() <= 16 || i.bits() == 32 && i.signed() ? Types.INT32 : Types.INT64
                : type;
    }

    /** Small and unsigned numbers take the next type that PostgreSQL has. */
    private static DataType comparable(DataType type) {
        return switch (Types.bare(type)) {
            case DataType.IntervalType i -> Types.INT64;
            case DataType.TupleType t -> Types.STRING;
            case DataType other -> other;
        };
    }
}
