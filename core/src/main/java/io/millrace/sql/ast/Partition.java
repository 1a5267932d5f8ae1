package io.millrace.sql.ast;

/** Which partition a statement is about. Immutable. */
public sealed interface Partition {

    /** {@code PARTITION expression}: a value of the partition key. */
    record ByValue(Expr value) implements Partition {}

    /** {@code PARTITION ID '202001'}. */
    record ById(Expr id) implements Partition {}

    /** {@code PARTITION ALL}. */
    record All() implements Partition {}
}
