package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The letters a to z in upper case. */
@Builtin({"upper", "ucase", "UPPER", "UCASE"})
final class Upper extends AsciiCase {
    Upper() {
        super("upper", 'a');
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "upper(s)", "The letters a to z in upper case.")
                .example("SELECT upper('ClickHouse')", "CLICKHOUSE");
    }
}
