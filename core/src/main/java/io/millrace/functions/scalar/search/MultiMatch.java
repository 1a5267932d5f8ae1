package io.millrace.functions.scalar.search;

import io.millrace.base.text.regex.Matcher;
import io.millrace.base.text.regex.Regex;
import io.millrace.base.text.regex.RegexOptions;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.TextView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Base of multiMatchAny and multiMatchAnyIndex: several regular expressions in one string. */
abstract class MultiMatch implements ScalarFunction {
    private final String name;
    private final boolean index;

    MultiMatch(String name, boolean index) {
        this.name = name;
        this.index = index;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        if (!Types.isStringLike(arguments.get(0).type())) {
            throw Signature.illegalType(name, arguments.get(0).type());
        }
        if (!(arguments.get(1).type() instanceof ArrayType(DataType e))
                || !(Types.isStringLike(e) || e.equals(Types.NOTHING))) {
            throw Signature.illegalType(name, arguments.get(1).type());
        }
        Optional<List<Regex>> constant = arguments.get(1).constant().map(c -> regexes((ArrayColumn) c, 0));
        return new Bound(index, constant);
    }

    private static List<Regex> regexes(ArrayColumn lists, int row) {
        List<Regex> result = new ArrayList<>();
        if (lists.length(row) > 0) {
            TextView texts = TextView.of(lists.elements());
            for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                result.add(Regex.compile(texts.copy(i), RegexOptions.DEFAULT));
            }
        }
        return result;
    }

    /** The search; constant expressions are compiled already. */
    private record Bound(boolean index, Optional<List<Regex>> constant) implements BoundScalar {
        @Override
        public DataType type() {
            return index ? Types.UINT64 : Types.UINT8;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextView text = TextView.of(arguments[0]);
            long[] result = new long[rows];
            List<Matcher> matchers =
                    constant.orElse(List.of()).stream().map(Regex::matcher).toList();
            for (int row = 0; row < rows; row++) {
                if (constant.isEmpty()) {
                    matchers = regexes((ArrayColumn) arguments[1], row).stream()
                            .map(Regex::matcher)
                            .toList();
                }
                for (int i = 0; i < matchers.size() && result[row] == 0; i++) {
                    boolean hit = matchers.get(i).find(text.bytes(), text.from(row), text.to(row));
                    result[row] = hit ? index ? i + 1 : 1 : 0;
                }
            }
            return Narrowing.ofLongs(result, rows, type());
        }
    }
}
