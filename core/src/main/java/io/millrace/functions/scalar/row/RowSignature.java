package io.millrace.functions.scalar.row;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.BoolType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.time.ZoneId;
import java.util.List;

/**
 * What arguments a row function takes, one letter each: {@code s} a string, {@code t} anything, as text, {@code
 * i} an integer, {@code c} a constant
 * integer, {@code k} a constant string. What stands behind {@code ?} may be missing; a final {@code *} says that
 * more of the last kind may follow.
 */
public final class RowSignature {
    private final String function;
    private final String kinds;
    private final int least;
    private final boolean open;

    public RowSignature(String function, String signature) {
        this.function = function;
        int question = signature.indexOf('?');
        String before = question < 0 ? signature : signature.substring(0, question);
        open = signature.endsWith("*");
        kinds = signature.replace("?", "").replace("*", "");
        least = before.replace("*", "").length();
    }

    private char kind(int argument) {
        return kinds.charAt(Math.min(argument, kinds.length() - 1));
    }

    /** Checks a call. */
    public void check(List<Argument> arguments) {
        Signature.count(function, arguments, least, open ? Integer.MAX_VALUE : kinds.length());
        for (int i = 0; i < arguments.size(); i++) {
            DataType type = arguments.get(i).type();
            char kind = kind(i);
            boolean fits = switch (kind) {
                case 's', 'k' -> Types.isStringLike(type);
                case 'i', 'c' -> type instanceof IntegerType || type instanceof BoolType;
                default -> true;
            };
            if (!fits) {
                throw Signature.illegalType(function, type);
            }
            if (kind == 'c' || kind == 'k') {
                Column _ = arguments
                        .get(i)
                        .requireConstant(function, arguments.get(i).name());
            }
        }
    }

    /** The views of a block's columns. */
    public RowArguments view(List<DataType> types, Column[] columns, ZoneId zone, EvaluationContext context) {
        TextView[] texts = new TextView[columns.length];
        NumberView[] numbers = new NumberView[columns.length];
        for (int i = 0; i < columns.length; i++) {
            switch (kind(i)) {
                case 's', 'k' -> texts[i] = TextView.of(columns[i]);
                case 't' -> texts[i] = TextView.of(Rendering.texts(columns[i], types.get(i), zone, context));
                default -> numbers[i] = NumberView.of(columns[i], types.get(i));
            }
        }
        return new RowArguments(texts, numbers, columns.length);
    }
}
