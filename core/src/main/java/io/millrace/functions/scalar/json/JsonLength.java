package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** The number of an array's elements or an object's members, 0 for anything else. */
@Builtin("JSONLength")
final class JsonLength extends JsonFunction {
    JsonLength() {
        super("JSONLength", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "JSONLength(json[, path]...)",
                        "The number of an array's elements or an object's members, 0 for anything else.")
                .example("SELECT JSONLength('{\"a\": [1, 2]}', 'a')", "2");
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return Types.UINT64;
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        return (document, node, out) -> {
            ((LongColumn.Builder) out).append(document.size(node));
            return true;
        };
    }
}
