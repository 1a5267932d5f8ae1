package io.millrace.sql.ast;

import java.util.List;

/** What is done to the columns an asterisk or a COLUMNS matcher stands for. Immutable. */
public sealed interface ColumnTransformer {

    /** {@code EXCEPT (a, b)}; strict: each must be among the columns. */
    record Except(boolean strict, List<String> names) implements ColumnTransformer {
        public Except {
            names = List.copyOf(names);
        }
    }

    /** {@code EXCEPT('pattern')}. */
    record ExceptPattern(boolean strict, String pattern) implements ColumnTransformer {}

    /** {@code REPLACE (expression AS name, ...)}; strict: each name must be among the columns. */
    record Replace(boolean strict, List<Expr.Alias> replacements) implements ColumnTransformer {
        public Replace {
            replacements = List.copyOf(replacements);
        }
    }

    /** {@code APPLY f} or {@code APPLY f(parameters)}: the function is called with each column. */
    record ApplyFunction(String name, List<Expr> parameters, String columnPrefix) implements ColumnTransformer {
        public ApplyFunction {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code APPLY(x -> body)}. */
    record ApplyLambda(Expr.Lambda lambda, String columnPrefix) implements ColumnTransformer {}
}
