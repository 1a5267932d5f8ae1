package io.millrace.expressions.evaluate;

import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several expressions as one ordered list of steps, equal parts computed once; evaluates whole blocks, column at a time.
 *
 * <p>Immutable after {@link #compile}; threads share it, each evaluation has its own slots.
 */
public final class ExpressionProgram {
    /** Values of a step that are charged to the query while the others are computed; smaller ones are not worth it. */
    private static final long LARGE_BYTES = 1L << 22;

    private final List<Step> steps;
    private final int[] outputs;

    private ExpressionProgram(List<Step> steps, int[] outputs) {
        this.steps = List.copyOf(steps);
        this.outputs = outputs;
    }

    /** Equal parts of the expressions become one step. */
    public static ExpressionProgram compile(List<Expression> expressions) {
        Compiler compiler = new Compiler();
        int[] outputs = expressions.stream().mapToInt(compiler::slotOf).toArray();
        return new ExpressionProgram(compiler.steps, outputs);
    }

    /** Number of expressions. */
    public int width() {
        return outputs.length;
    }

    /** One column per expression, each of the block's row count; constants stay {@link io.millrace.data.column.ConstColumn}. */
    public Column[] evaluate(Block block, EvaluationContext context) {
        return evaluate(block.columns(), block.rows(), context);
    }

    Column[] evaluate(List<Column> inputs, int rows, EvaluationContext context) {
        Column[] slots = new Column[steps.size()];
        long held = 0;
        try {
            for (int i = 0; i < slots.length; i++) {
                context.cancellation().check();
                slots[i] = steps.get(i).run(slots, inputs, rows, context);
                if (steps.get(i).makesColumn()) {
                    long size = slots[i].sizeBytes();
                    if (size >= LARGE_BYTES) {
                        context.memory().reserve(size);
                        held += size;
                    }
                }
            }
        } finally {
            if (held > 0) {
                context.memory().release(held);
            }
        }
        Column[] results = new Column[outputs.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = slots[outputs[i]];
        }
        return results;
    }

    /** Makes the steps: post-order, one per distinct expression. */
    private static final class Compiler {
        private final List<Step> steps = new ArrayList<>();
        private final Map<Expression, Integer> slots = new HashMap<>();

        int slotOf(Expression expression) {
            Integer known = slots.get(expression);
            if (known != null) {
                return known;
            }
            Step step = stepFor(expression);
            steps.add(step);
            slots.put(expression, steps.size() - 1);
            return steps.size() - 1;
        }

        private Step stepFor(Expression expression) {
            return switch (expression) {
                case Expression.Input input -> new Step.Read(input.index());
                case Expression.Constant constant -> new Step.Repeat(constant.value());
                case Expression.Call call when LazyCall.applies(call) -> LazyCall.compile(call);
                case Expression.Call call ->
                    new Step.Apply(
                            call.bound(),
                            call.arguments().stream().mapToInt(this::slotOf).toArray());
                case Expression.Lambda lambda ->
                    new Step.Close(
                            compileBody(lambda),
                            lambda.parameters().size(),
                            lambda.captured().stream().mapToInt(this::slotOf).toArray());
                case Expression.InSet in -> new Step.LookUp(slotOf(in.value()), in.set(), in.negated(), in.type());
            };
        }

        private static ExpressionProgram compileBody(Expression.Lambda lambda) {
            return compile(List.of(lambda.body()));
        }
    }

    /** Indexes of the block's columns that an expression reads. */
    public static Set<Integer> inputsOf(Expression expression) {
        Set<Integer> found = new HashSet<>();
        collectInputs(expression, found);
        return found;
    }

    private static void collectInputs(Expression expression, Set<Integer> found) {
        switch (expression) {
            case Expression.Input input -> found.add(input.index());
            case Expression.Constant constant -> {}
            case Expression.Call call -> call.arguments().forEach(a -> collectInputs(a, found));
            case Expression.Lambda lambda -> lambda.captured().forEach(c -> collectInputs(c, found));
            case Expression.InSet in -> collectInputs(in.value(), found);
        }
    }
}
