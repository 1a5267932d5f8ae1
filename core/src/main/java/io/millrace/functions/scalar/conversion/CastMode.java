package io.millrace.functions.scalar.conversion;

/** What a cast does with a value that the target type cannot hold, and with a text that is none of its values. */
public enum CastMode {
    /** Numbers wrap around, broken text is an error (NULL if the target is Nullable). */
    CAST,
    /** Any loss is an error. */
    ACCURATE,
    /** Any loss is NULL. */
    ACCURATE_OR_NULL,
    /** Numbers wrap around, broken text is NULL: toInt32OrNull. */
    TEXT_OR_NULL,
    /** Numbers wrap around, broken text is zero: toInt32OrZero. */
    TEXT_OR_ZERO;

    boolean isAccurate() {
        return this == ACCURATE || this == ACCURATE_OR_NULL;
    }

    boolean givesNull() {
        return this == ACCURATE_OR_NULL || this == TEXT_OR_NULL;
    }
}
