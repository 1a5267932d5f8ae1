package io.millrace.planner.rule;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions joined by AND, taken apart and put together. A row passes when each part is true, so NULLs need no care. */
public final class Conjunctions {
    private Conjunctions() {}

    /** The parts of a condition between its ANDs, however nested. */
    public static List<Expression> split(Expression condition) {
        if (condition instanceof Expression.Call call && call.function().equals("and")) {
            return call.arguments().stream().flatMap(a -> split(a).stream()).toList();
        }
        return List.of(condition);
    }

    /** Both conditions as one. */
    public static Expression and(Expression a, Expression b) {
        List<Expression> all = new ArrayList<>(split(a));
        all.addAll(split(b));
        return join(all).orElseThrow();
    }

    /** All conditions as one; empty for none. */
    public static Optional<Expression> join(List<Expression> conditions) {
        return switch (conditions.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(conditions.getFirst());
            default -> Optional.of(new Expression.Call("and", new AllTrue(), conditions, true));
        };
    }

    /** AND as filters need it: true where every argument is true, whatever their types; false also for NULL. */
    private record AllTrue() implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Conditions.truth(arguments[0], rows, bitmap);
            long[] more = new long[Bitmaps.words(rows)];
            for (int i = 1; i < arguments.length; i++) {
                Conditions.truth(arguments[i], rows, more);
                for (int word = 0; word < more.length; word++) {
                    bitmap[word] &= more[word];
                }
            }
        }
    }
}
