package io.millrace.expressions.function;

/**
 * How the machinery around a function may treat it.
 *
 * @param nullsByDefault NULL in any argument gives NULL, and the function never sees Nullable arguments
 * @param dictionariesByDefault the function never sees LowCardinality; it is computed on the dictionary when that is the only varying argument
 * @param deterministic same arguments, same result, within one query at least
 * @param foldable may be computed while planning when all arguments are constants
 */
public record FunctionTraits(
        boolean nullsByDefault, boolean dictionariesByDefault, boolean deterministic, boolean foldable) {
    public static final FunctionTraits DEFAULT = new FunctionTraits(true, true, true, true);

    public FunctionTraits ownNulls() {
        return new FunctionTraits(false, dictionariesByDefault, deterministic, foldable);
    }

    public FunctionTraits ownDictionaries() {
        return new FunctionTraits(nullsByDefault, false, deterministic, foldable);
    }

    /** Another value for each row: rand(), generateUUIDv4(). */
    public FunctionTraits random() {
        return new FunctionTraits(nullsByDefault, dictionariesByDefault, false, false);
    }

    public FunctionTraits notFoldable() {
        return new FunctionTraits(nullsByDefault, dictionariesByDefault, deterministic, false);
    }
}
