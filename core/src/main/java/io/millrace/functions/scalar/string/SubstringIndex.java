package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The part before the count-th delimiter from the left, or behind it from the right when negative. */
@Builtin({"substringIndex", "SUBSTRING_INDEX"})
final class SubstringIndex extends Occurrences {
    SubstringIndex() {
        super("substringIndex");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "substringIndex(s, delim, count)",
                        "The part before the count-th delimiter from the left, or behind it from the right when "
                                + "negative.")
                .example(
                        "SELECT substringIndex('www.example.com', '.', 2), substringIndex('www.example.com', '.', "
                                + "-1)",
                        "www.example\tcom");
    }

    @Override
    boolean single(byte[] bytes, int from, int to) {
        return to - from == 1;
    }
}
