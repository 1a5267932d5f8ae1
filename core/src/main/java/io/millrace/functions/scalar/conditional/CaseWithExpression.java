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

/** The result behind the first value equal to x, or the last argument: CASE x WHEN . */
@Builtin({"caseWithExpression", "caseWithExpr"})
final class CaseWithExpression implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Conditional",
                        "caseWithExpression(x, value1, then1, ..., else)",
                        "The result behind the first value equal to x, or the last argument: CASE x WHEN ..")
                .example("SELECT CASE 2 WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END", "two");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        if (arguments.size() < 4 || arguments.size() % 2 != 0) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Invalid number of arguments for function caseWithExpression");
        }
        return CaseChoice.bind(arguments, context);
    }
}
