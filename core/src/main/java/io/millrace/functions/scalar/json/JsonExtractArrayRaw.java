package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** The elements of an array as JSON texts. */
@Builtin("JSONExtractArrayRaw")
final class JsonExtractArrayRaw extends JsonFunction {
    JsonExtractArrayRaw() {
        super("JSONExtractArrayRaw", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "JSONExtractArrayRaw(json[, path]...)", "The elements of an array as JSON texts.")
                .example("SELECT JSONExtractArrayRaw('[1, \"x\"]')", "['1','\"x\"']");
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return Types.array(Types.STRING);
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        return (document, node, out) -> {
            if (document.kind(node) != JsonDocument.Kind.ARRAY) {
                return false;
            }
            ArrayColumn.Builder builder = (ArrayColumn.Builder) out;
            for (int child = document.firstChild(node); child < document.next(node); child = document.next(child)) {
                JsonTexts.raw(document, child, builder.elements());
            }
            builder.endRow();
            return true;
        };
    }
}
