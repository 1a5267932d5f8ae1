package io.millrace.expressions.evaluate;

import io.millrace.data.block.Block;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.util.Arrays;
import java.util.List;

/**
 * A condition as bitmaps: comparisons answer as bits, AND and OR join words, and an AND stops when no row is left.
 *
 * <p>Immutable; threads share it.
 */
public final class FilterProgram {
    private final Node root;

    private FilterProgram(Node root) {
        this.root = root;
    }

    /** A program that tells for each row whether the condition is true. */
    public static FilterProgram compile(Expression condition) {
        return new FilterProgram(node(condition));
    }

    /** Sets every word of {@code bitmap} and returns how many rows are selected. */
    public int select(Block block, long[] bitmap, EvaluationContext context) {
        root.select(block, bitmap, context);
        return Bitmaps.count(bitmap, block.rows());
    }

    private static Node node(Expression condition) {
        return switch (condition) {
            case Expression.Call call
            when isAnd(call) && !LazyCall.applies(call) ->
                new All(call.arguments().stream().map(FilterProgram::node).toList());
            case Expression.Call call
            when isOr(call) && !LazyCall.applies(call) ->
                new Any(call.arguments().stream().map(FilterProgram::node).toList());
            case Expression.Call call
            when call.bound() instanceof BoundPredicate predicate ->
                new Test(predicate, ExpressionProgram.compile(call.arguments()));
            case Expression.InSet in
            when !in.negated() -> new Member(in, ExpressionProgram.compile(List.of(in.value())));
            default -> new Value(ExpressionProgram.compile(List.of(condition)));
        };
    }

    // a NULL among the operands makes no difference to which rows are selected: not true is not selected
    private static boolean isAnd(Expression.Call call) {
        return call.function().equals("and");
    }

    private static boolean isOr(Expression.Call call) {
        return call.function().equals("or");
    }

    private sealed interface Node {
        void select(Block block, long[] bitmap, EvaluationContext context);
    }

    private record All(List<Node> nodes) implements Node {
        @Override
        public void select(Block block, long[] bitmap, EvaluationContext context) {
            int words = Bitmaps.words(block.rows());
            nodes.getFirst().select(block, bitmap, context);
            long[] more = new long[words];
            for (Node node : nodes.subList(1, nodes.size())) {
                if (isEmpty(bitmap, words)) {
                    return;
                }
                node.select(block, more, context);
                for (int i = 0; i < words; i++) {
                    bitmap[i] &= more[i];
                }
            }
        }

        private static boolean isEmpty(long[] bitmap, int words) {
            for (int i = 0; i < words; i++) {
                if (bitmap[i] != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Any(List<Node> nodes) implements Node {
        @Override
        public void select(Block block, long[] bitmap, EvaluationContext context) {
            int words = Bitmaps.words(block.rows());
            nodes.getFirst().select(block, bitmap, context);
            long[] more = new long[words];
            for (Node node : nodes.subList(1, nodes.size())) {
                node.select(block, more, context);
                for (int i = 0; i < words; i++) {
                    bitmap[i] |= more[i];
                }
            }
        }
    }

    private record Test(BoundPredicate predicate, ExpressionProgram arguments) implements Node {
        @Override
        public void select(Block block, long[] bitmap, EvaluationContext context) {
            Column[] values = arguments.evaluate(block, context);
            predicate.select(values, block.rows(), bitmap, context);
        }
    }

    private record Member(Expression.InSet in, ExpressionProgram value) implements Node {
        @Override
        public void select(Block block, long[] bitmap, EvaluationContext context) {
            Column values = value.evaluate(block, context)[0];
            Arrays.fill(bitmap, 0, Bitmaps.words(block.rows()), 0);
            in.set().get().contains(values.plain(), block.rows(), bitmap);
        }
    }

    private record Value(ExpressionProgram program) implements Node {
        @Override
        public void select(Block block, long[] bitmap, EvaluationContext context) {
            Conditions.truth(program.evaluate(block, context)[0], block.rows(), bitmap);
        }
    }
}
