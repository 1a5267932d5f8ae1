package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The letters A to Z in lower case. */
@Builtin({"lower", "lcase", "LOWER", "LCASE"})
final class Lower extends AsciiCase {
    Lower() {
        super("lower", 'A');
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "lower(s)", "The letters A to Z in lower case.")
                .example("SELECT lower('ClickHouse')", "clickhouse");
    }
}
