package io.millrace.functions.aggregate;

import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import java.util.function.Supplier;

/** What binding to types without NULLs gives: the type of the result and a maker of empty states. Immutable. */
public record Plain(DataType type, Supplier<GroupedState> states) {}
