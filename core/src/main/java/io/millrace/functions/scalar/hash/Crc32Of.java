package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.Crc;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** The CRC-32 of a string, as zip computes it. */
@Builtin("CRC32")
final class Crc32Of extends NumberFunction {
    Crc32Of() {
        super("CRC32", "s", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "CRC32(s)", "The CRC-32 of a string, as zip computes it.")
                .example("SELECT CRC32('abc')", "891568578");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return Crc.crc32(in.text(0).bytes(), in.text(0).from(row), in.text(0).length(row));
    }
}
