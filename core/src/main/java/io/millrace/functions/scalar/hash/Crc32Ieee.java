package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.Crc;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** The CRC-32 of a string with the IEEE polynomial, without inversions. */
@Builtin("CRC32IEEE")
final class Crc32Ieee extends NumberFunction {
    Crc32Ieee() {
        super("CRC32IEEE", "s", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "CRC32IEEE(s)",
                        "The CRC-32 of a string with the IEEE polynomial, without inversions.")
                .example("SELECT CRC32IEEE('abc')", "3395655888");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return Crc.crc32Ieee(
                in.text(0).bytes(), in.text(0).from(row), in.text(0).length(row));
    }
}
