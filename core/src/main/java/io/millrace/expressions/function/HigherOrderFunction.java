package io.millrace.expressions.function;

import io.millrace.data.type.DataType;
import java.util.List;

/** A function whose first argument may be a lambda over the elements of its other arguments: arrayMap, arrayFilter, ... */
public interface HigherOrderFunction extends ScalarFunction {
    /**
     * Types of the lambda's parameters.
     *
     * @param others types of the arguments that are not lambdas, Nullable and LowCardinality kept
     * @param parameterCount how many parameters the lambda in the query has
     */
    List<DataType> lambdaParameters(List<DataType> others, int parameterCount);
}
