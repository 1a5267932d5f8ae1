package io.millrace.catalog.ability;

import io.millrace.expressions.function.EvaluationContext;

/** Rows can be added. */
public interface Insertable {
    /** A writer for blocks of exactly the stored header; one INSERT uses one writer, from one thread at a time. */
    TableWriter newWriter(EvaluationContext context);

    /** Whether it matters which of two rows comes first: then one writer takes them, as far as they have an order. */
    default boolean keepsOrder() {
        return true;
    }
}
