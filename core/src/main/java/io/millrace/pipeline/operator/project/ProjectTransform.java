package io.millrace.pipeline.operator.project;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;
import java.util.List;

/** Computes columns from columns, block by block. Stateless but for the shared program. */
public final class ProjectTransform implements Transform {
    private final ExpressionProgram program;
    private final Header output;
    private final EvaluationContext context;

    private ProjectTransform(ExpressionProgram program, Header output, EvaluationContext context) {
        this.program = program;
        this.output = output;
        this.context = context;
    }

    /** One expression per column of {@code output}. */
    public static Transform.Factory factory(List<Expression> expressions, Header output, EvaluationContext context) {
        ExpressionProgram program = ExpressionProgram.compile(expressions);
        return driver -> new ProjectTransform(program, output, context);
    }

    @Override
    public Demand accept(Block block, Output next) {
        return next.accept(new Block(output, List.of(program.evaluate(block, context)), block.rows()));
    }
}
