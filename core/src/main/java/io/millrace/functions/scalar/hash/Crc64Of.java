package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.Crc;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** The CRC-64 of a string with the ECMA polynomial. */
@Builtin("CRC64")
final class Crc64Of extends NumberFunction {
    Crc64Of() {
        super("CRC64", "s", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "CRC64(s)", "The CRC-64 of a string with the ECMA polynomial.")
                .example("SELECT CRC64('abc')", "14276787454831668577");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return Crc.crc64(in.text(0).bytes(), in.text(0).from(row), in.text(0).length(row));
    }
}
