package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FixedStringType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** A string of exactly n bytes, padded with zero bytes; a longer one is an error. */
@Builtin("toFixedString")
final class ToFixedString extends TypeConversion {
    ToFixedString() {
        super("toFixedString", CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toFixedString(s, n)",
                        "A string of exactly n bytes, padded with zero bytes; a longer one is an error.")
                .example("SELECT toFixedString('abc', 3)", "abc");
    }

    @Override
    DataType target(List<Argument> arguments, BindContext context) {
        Signature.count("toFixedString", arguments, 2);
        int length = constantInt(arguments, 1, "N", 16_777_215);
        if (length <= 0) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND, "Argument N of function toFixedString must be greater than 0");
        }
        return new FixedStringType(length);
    }
}
