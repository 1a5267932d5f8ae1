package io.millrace.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.index.BuiltinIndex;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the documentation of the functions of these topics, with constants and with full columns. */
final class FunctionExamplesTest {
    private static final List<String> TOPICS = List.of(
            "arithmetic",
            "bit",
            "comparison",
            "logic",
            "conditional",
            "conversion",
            "datetime",
            "nullable",
            "rounding",
            "math",
            "decimal");
    /** Their answers depend on when they are asked, or on whether the argument is a constant. */
    private static final Set<String> CONSTANTS_ONLY = Set.of("toColumnTypeName");

    static Stream<FunctionDoc.Example> examples() {
        return BuiltinIndex.of(ScalarFunction.class).all().stream()
                .filter(f -> TOPICS.stream()
                        .anyMatch(t -> f.getClass().getPackageName().endsWith(".scalar." + t)))
                .flatMap(f -> f.doc().examples().stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersAsRecorded(FunctionDoc.Example example) {
        assertThat(Sql.constants(example.query())).as(example.query()).isEqualTo(example.result());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void columnsAnswerAsConstantsDo(FunctionDoc.Example example) {
        if (CONSTANTS_ONLY.stream().anyMatch(example.query()::contains)) {
            return;
        }
        assertThat(Sql.columns(example.query(), 70, 67)).as(example.query()).isEqualTo(example.result());
    }
}
