package io.millrace.functions.scalar.random;

import io.millrace.base.hash.EngineHash;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.EvaluationContext;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Random sequences of one call in a query, a different one for each block. Thread-safe. */
final class RandomSource {
    private final AtomicLong sequence = new AtomicLong(System.nanoTime());

    private RandomSource() {}

    public static RandomSource of(BindContext context) {
        return new RandomSource();
    }

    /** A generator for one block. */
    public SplittableRandom next(EvaluationContext context) {
        return new SplittableRandom(EngineHash.combine(context.seed(), sequence.getAndAdd(0x9E3779B97F4A7C15L)));
    }
}
