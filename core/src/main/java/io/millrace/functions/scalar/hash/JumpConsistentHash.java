package io.millrace.functions.scalar.hash;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** The bucket of a hash among a number of buckets, such that few move when the number changes. */
@Builtin("jumpConsistentHash")
final class JumpConsistentHash extends NumberFunction {
    JumpConsistentHash() {
        super("jumpConsistentHash", "ii", Types.INT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Hash",
                        "jumpConsistentHash(hash, buckets)",
                        "The bucket of a hash among a number of buckets, such that few move when the number "
                                + "changes.")
                .example("SELECT jumpConsistentHash(256, 15)", "3");
    }

    @Override
    protected boolean mayFail() {
        return true;
    }

    @Override
    protected long row(RowArguments in, int row) {
        long key = in.number(0).at(row);
        long buckets = in.number(1).at(row);
        if (buckets <= 0 || buckets > Integer.MAX_VALUE) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "The second argument of function jumpConsistentHash (number of buckets) must be positive number");
        }
        long bucket = -1;
        long next = 0;
        while (next < buckets) {
            bucket = next;
            key = key * 2862933555777941757L + 1;
            next = (long) ((bucket + 1) * ((double) (1L << 31) / (double) ((key >>> 33) + 1)));
        }
        return bucket;
    }
}
