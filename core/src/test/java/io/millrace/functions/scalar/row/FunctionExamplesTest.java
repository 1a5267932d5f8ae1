package io.millrace.functions.scalar.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.expressions.doc.FunctionDoc.Example;
import io.millrace.expressions.function.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The examples of the functions' documentation, as they stand and with columns in place of constants. */
final class FunctionExamplesTest {
    private static final Set<String> PACKAGES = Set.of(
            "string",
            "encoding",
            "search",
            "array",
            "tuple",
            "map",
            "hash",
            "json",
            "url",
            "uuid",
            "ip",
            "random",
            "introspection");

    /** Queries about how columns are laid out, or with a type that must be constant. */
    private static final Set<String> ABOUT_LAYOUT = Set.of("isConstant", "rowNumberInAllBlocks", "::");

    private static List<ScalarFunction> functions() {
        return BuiltinIndex.of(ScalarFunction.class).all().stream()
                .filter(f -> PACKAGES.contains(f.getClass().getPackageName().replaceFirst(".*\\.", "")))
                .toList();
    }

    @Test
    void examplesAreTrue() {
        List<String> wrong = new ArrayList<>();
        int examples = 0;
        for (ScalarFunction function : functions()) {
            assertThat(function.doc().examples())
                    .as(function.getClass().getSimpleName())
                    .isNotEmpty();
            for (Example example : function.doc().examples()) {
                try {
                    String answer = SqlExpressions.run(example.query());
                    if (!answer.equals(example.result() + "\n")) {
                        wrong.add(example.query() + " gave " + answer);
                    }
                    examples++;
                } catch (DbException e) {
                    if (e.code() != ErrorCode.UNKNOWN_FUNCTION) {
                        wrong.add(example.query() + " failed: " + e.getMessage());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(examples).isGreaterThan(300);
    }

    @Test
    void columnsGiveWhatConstantsGive() {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (ScalarFunction function : functions()) {
            for (Example example : function.doc().examples()) {
                if (example.query().contains("FROM") || ABOUT_LAYOUT.stream().anyMatch(example.query()::contains)) {
                    continue;
                }
                try {
                    String answer = SqlExpressions.runOnColumns(example.query());
                    String expected = (example.result() + "\n").repeat(SqlExpressions.ROWS);
                    if (!answer.equals(expected)) {
                        wrong.add(example.query() + " gave " + answer);
                    }
                    compared++;
                } catch (DbException e) {
                    boolean needsConstants =
                            e.code() == ErrorCode.ILLEGAL_COLUMN || e.code() == ErrorCode.UNKNOWN_FUNCTION;
                    if (!needsConstants) {
                        wrong.add(example.query() + " failed: " + e.getMessage());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(200);
    }
}
