package io.millrace.expressions.function;

import io.millrace.base.index.Seam;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.List;

/**
 * The seam for functions of rows: one file each, registered by {@code @Builtin}. Stateless; threads share it.
 */
@Seam
public interface ScalarFunction {
    FunctionDoc doc();

    default FunctionTraits traits() {
        return FunctionTraits.DEFAULT;
    }

    /**
     * Checks the arguments and fixes the result type. With default traits, Nullable and LowCardinality are already taken off.
     *
     * @throws io.millrace.base.error.DbException NUMBER_OF_ARGUMENTS_DOESNT_MATCH, ILLEGAL_TYPE_OF_ARGUMENT and so on, as ClickHouse
     */
    BoundScalar bind(List<Argument> arguments, BindContext context);
}
