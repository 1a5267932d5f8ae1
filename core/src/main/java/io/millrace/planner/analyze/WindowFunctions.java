package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Functions that exist only over windows: their names, arguments and types. */
final class WindowFunctions {
    private WindowFunctions() {}

    static String canonical(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "denserank" -> "dense_rank";
            case "percentrank" -> "percent_rank";
            case "first_value_respect_nulls" -> "first_value";
            case "last_value_respect_nulls" -> "last_value";
            case "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead", "nth_value" ->
                name.toLowerCase(Locale.ROOT);
            case "first_value", "last_value" -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
    }

    static boolean isRanking(String name) {
        return switch (name) {
            case "row_number",
                    "rank",
                    "dense_rank",
                    "percent_rank",
                    "cume_dist",
                    "ntile",
                    "lag",
                    "lead",
                    "lagInFrame",
                    "leadInFrame",
                    "first_value",
                    "last_value",
                    "nth_value" -> true;
            default -> false;
        };
    }

    /** As in ClickHouse the first and last value skip NULLs unless asked to respect them; the other functions always take them for values. */
    static boolean ignoresNulls(Expr.FunctionCall call, String function) {
        boolean respected = call.nulls() == Expr.NullsAction.RESPECT;
        if (function.equals("first_value") || function.equals("last_value")) {
            boolean byName = call.name().toLowerCase(Locale.ROOT).endsWith("_respect_nulls");
            return !respected && (!byName || call.nulls() == Expr.NullsAction.IGNORE);
        }
        if (respected) {
            throw cannotRespectNulls(function);
        }
        return false;
    }

    static DbException cannotRespectNulls(String function) {
        return new DbException(ErrorCode.NOT_IMPLEMENTED, "Function " + function + " does not support RESPECT NULLS");
    }

    static SelectCalls.WindowUse use(
            String shown,
            String function,
            List<Expression> arguments,
            boolean ignoreNulls,
            Window window,
            ExpressionBinder binder) {
        List<Expression> converted = arguments;
        DataType type = switch (function) {
            case "row_number", "rank", "dense_rank" -> arity(function, arguments, 0, 0, Types.UINT64);
            case "ntile" -> arity(function, arguments, 1, 1, Types.UINT64);
            case "percent_rank", "cume_dist" -> arity(function, arguments, 0, 0, Types.FLOAT64);
            case "first_value", "last_value" -> arity(function, arguments, 1, 1, Types.UINT8);
            case "nth_value" -> arity(function, arguments, 2, 2, Types.UINT8);
            default -> arity(function, arguments, 1, 3, Types.UINT8);
        };
        boolean ofArgument = !arguments.isEmpty() && !function.equals("ntile");
        if (ofArgument) {
            type = arguments.getFirst().type();
            converted = withDefault(arguments, type, binder);
        }
        return new SelectCalls.WindowUse(shown, function, Optional.empty(), converted, ignoreNulls, type, window);
    }

    /** The third argument of lag and lead, in the type of the first. */
    private static List<Expression> withDefault(List<Expression> arguments, DataType type, ExpressionBinder binder) {
        List<Expression> converted = new ArrayList<>(arguments);
        if (converted.size() == 3) {
            converted.set(2, binder.calls().cast(converted.get(2), type));
        }
        return converted;
    }

    private static DataType arity(String function, List<Expression> arguments, int least, int most, DataType type) {
        if (arguments.size() < least || arguments.size() > most) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Function " + function + " takes " + (least == most ? "" + least : least + " to " + most)
                            + " arguments, not " + arguments.size());
        }
        return type;
    }
}
