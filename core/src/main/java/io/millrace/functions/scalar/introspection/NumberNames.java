package io.millrace.functions.scalar.introspection;

import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;

/** Base of errorCodeToName. */
abstract class NumberNames extends TextFunction {
    NumberNames(String name) {
        super(name, "i");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.number() == in.number(0).at(row)) {
                out.putText(code.name());
                return;
            }
        }
    }
}
