package io.millrace.functions.scalar.conditional;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/** The value behind the first condition that is true, or the last argument. */
@Builtin({"multiIf", "caseWithoutExpression", "caseWithoutExpr"})
final class MultiIf implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Conditional",
                        "multiIf(condition1, then1, condition2, then2, ..., else)",
                        "The value behind the first condition that is true, or the last argument.")
                .example("SELECT multiIf(0, 'a', 1, 'b', 'c')", "b")
                .example("SELECT CASE WHEN 1 > 2 THEN 'x' ELSE 'y' END", "y");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        if (arguments.size() < 3 || arguments.size() % 2 == 0) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, "Invalid number of arguments for function multiIf");
        }
        return Choice.bind("multiIf", arguments, context);
    }
}
