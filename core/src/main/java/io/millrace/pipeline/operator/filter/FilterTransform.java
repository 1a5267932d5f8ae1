package io.millrace.pipeline.operator.filter;

import io.millrace.data.block.Block;
import io.millrace.data.column.Bitmaps;
import io.millrace.expressions.evaluate.FilterProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;

/** Hands on the rows for which a condition is true. Owned by one driver; the program is shared. */
public final class FilterTransform implements Transform {
    private final FilterProgram program;
    private final EvaluationContext context;
    private long[] bitmap = new long[0];

    private FilterTransform(FilterProgram program, EvaluationContext context) {
        this.program = program;
        this.context = context;
    }

    /** Filters by a condition over the columns of the input. */
    public static Transform.Factory factory(Expression condition, EvaluationContext context) {
        FilterProgram program = FilterProgram.compile(condition);
        return driver -> new FilterTransform(program, context);
    }

    @Override
    public Demand accept(Block block, Output next) {
        int words = Bitmaps.words(block.rows());
        if (bitmap.length < words) {
            bitmap = new long[words];
        }
        int selected = program.select(block, bitmap, context);
        return selected == 0 ? Demand.MORE : next.accept(block.filter(bitmap, selected));
    }
}
