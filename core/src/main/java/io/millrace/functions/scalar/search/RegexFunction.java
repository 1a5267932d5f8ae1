package io.millrace.functions.scalar.search;

import io.millrace.base.text.regex.Regex;
import io.millrace.base.text.regex.RegexOptions;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.RowSignature;
import java.time.ZoneId;
import java.util.List;

/** Base of functions of a string and a regular expression, computed row by row. */
abstract class RegexFunction implements ScalarFunction {
    private final String name;
    private final RowSignature signature;

    RegexFunction(String name, String signature) {
        this.name = name;
        this.signature = new RowSignature(name, signature);
    }

    final String name() {
        return name;
    }

    abstract DataType resultType();

    RegexOptions options() {
        return RegexOptions.DEFAULT;
    }

    /** The pattern, compiled if it is constant. */
    RegexSource source(Argument pattern) {
        return new RegexSource(pattern, options());
    }

    /** Checks a constant pattern. */
    void check(Regex regex) {}

    /** Computes a block; {@code rows} is at least 1. */
    abstract Column compute(RowArguments in, RegexSource.Session patterns, int rows, EvaluationContext context);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        signature.check(arguments);
        RegexSource source = source(arguments.get(1));
        source.constant().ifPresent(this::check);
        return new Bound(this, arguments.stream().map(Argument::type).toList(), source, context.zone());
    }

    /** The function with its pattern. */
    private record Bound(RegexFunction function, List<DataType> types, RegexSource source, ZoneId zone)
            implements BoundScalar {
        @Override
        public DataType type() {
            return function.resultType();
        }

        @Override
        public boolean mayFail() {
            return source.constant().isEmpty();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            if (rows == 0) {
                return ColumnBuilder.of(type(), 0).build();
            }
            RowArguments in = function.signature.view(types, arguments, zone, context);
            try (RegexSource.Session patterns = source.open(in.text(1))) {
                return function.compute(in, patterns, rows, context);
            }
        }
    }
}
