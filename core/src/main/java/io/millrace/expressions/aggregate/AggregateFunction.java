package io.millrace.expressions.aggregate;

import io.millrace.base.index.Seam;
import io.millrace.data.type.DataType;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.List;

/**
 * The seam for aggregate functions: one file each, registered by {@code @Builtin}. Stateless; threads share it.
 */
@Seam
public interface AggregateFunction {
    FunctionDoc doc();

    /** The canonical name with combinators, as it stands in the type of its states. */
    String name();

    /**
     * Checks parameters and argument types and fixes the result type. Argument types arrive as they are in the query: Nullable arguments are
     * handled by the function itself, most simply by skipping rows with a NULL as all SQL aggregates do.
     */
    BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments);
}
