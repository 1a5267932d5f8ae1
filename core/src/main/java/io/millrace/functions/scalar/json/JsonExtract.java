package io.millrace.functions.scalar.json;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.StringType;
import io.millrace.data.type.TypeParser;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** A value of a JSON text in a type of choice, its default if there is none. */
@Builtin("JSONExtract")
final class JsonExtract extends JsonFunction {
    JsonExtract() {
        super("JSONExtract", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "JSONExtract(json[, path]..., type)",
                        "A value of a JSON text in a type of choice, its default if there is none.")
                .example("SELECT JSONExtract('{\"a\": [1, 2]}', 'a', 'Array(UInt8)')", "[1,2]");
    }

    static DataType named(String function, Argument argument) {
        if (!(argument.type() instanceof StringType)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_COLUMN,
                    "The last argument of function " + function + " must be a constant string with the name of a type");
        }
        return TypeParser.parse(argument.requireConstantText(function, "type"));
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return named(name(), arguments.getLast());
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        return JsonValues.of(type, context);
    }
}
