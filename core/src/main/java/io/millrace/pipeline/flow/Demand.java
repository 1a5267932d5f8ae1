package io.millrace.pipeline.flow;

/** What the taker of a block says after it has taken it. */
public sealed interface Demand {
    /** Go on. */
    record More() implements Demand {}

    /** No further block will make a difference (LIMIT reached): stop the source, finish. */
    record Enough() implements Demand {}

    /** The block is taken, but feed no more until the wakeup: a slow client, a full disk queue. */
    record Full(Wakeup wakeup) implements Demand {}

    Demand MORE = new More();
    Demand ENOUGH = new Enough();
}
