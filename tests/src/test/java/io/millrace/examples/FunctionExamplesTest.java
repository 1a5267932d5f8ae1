package io.millrace.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.base.index.BuiltinIndex;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.testing.TestEngine;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the documentation of a function shows is what the function answers. */
final class FunctionExamplesTest {
    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.inMemory();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> scalarFunctions() {
        BuiltinIndex<ScalarFunction> functions = BuiltinIndex.of(ScalarFunction.class);
        return functions.names().stream()
                .flatMap(name ->
                        examples(name, functions.find(name).orElseThrow().doc()));
    }

    @TestFactory
    Stream<DynamicTest> aggregateFunctions() {
        BuiltinIndex<AggregateFunction> functions = BuiltinIndex.of(AggregateFunction.class);
        return functions.names().stream()
                .flatMap(name ->
                        examples(name, functions.find(name).orElseThrow().doc()));
    }

    private static Stream<DynamicTest> examples(String name, FunctionDoc doc) {
        return doc.examples().stream()
                .map(example -> dynamicTest(
                        name + ": " + example.query(),
                        () -> assertThat(engine.query(example.query())).isEqualTo(example.result() + "\n")));
    }
}
