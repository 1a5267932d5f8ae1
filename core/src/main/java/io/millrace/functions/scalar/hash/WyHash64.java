package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.WyHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** wyhash of a string. */
@Builtin("wyHash64")
final class WyHash64 extends NumberFunction {
    WyHash64() {
        super("wyHash64", "s", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "wyHash64(s)", "wyhash of a string.")
                .example("SELECT wyHash64('a')", "7852112099385141351");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return WyHash.hash64(
                in.text(0).bytes(), in.text(0).from(row), in.text(0).length(row));
    }
}
