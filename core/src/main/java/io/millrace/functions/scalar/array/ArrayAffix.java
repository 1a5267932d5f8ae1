package io.millrace.functions.scalar.array;

import io.millrace.expressions.doc.FunctionDoc;
import java.util.Arrays;

/** startsWith and endsWith of arrays. */
public final class ArrayAffix extends ArrayComparison {
    private final boolean atEnd;

    public ArrayAffix(String name, boolean atEnd) {
        super(name);
        this.atEnd = atEnd;
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "startsWith(array, prefix)", "Whether an array begins or ends with another.");
    }

    @Override
    boolean answer(int[] ids, int from, int to, int otherFrom, int otherTo) {
        int length = otherTo - otherFrom;
        int at = atEnd ? to - length : from;
        return length <= to - from && Arrays.equals(ids, at, at + length, ids, otherFrom, otherTo);
    }
}
