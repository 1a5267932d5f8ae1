package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.JavaHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Hive's hash of a text. */
@Builtin("hiveHash")
final class HiveHash extends NumberFunction {
    HiveHash() {
        super("hiveHash", "s", Types.INT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "hiveHash(s)", "Hive's hash of a text.").example("SELECT hiveHash('a')", "97");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return JavaHash.hive(
                in.text(0).bytes(), in.text(0).from(row), in.text(0).length(row));
    }
}
