package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** The names of an object's members. */
@Builtin("JSONExtractKeys")
final class JsonExtractKeys extends JsonFunction {
    JsonExtractKeys() {
        super("JSONExtractKeys", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "JSONExtractKeys(json[, path]...)", "The names of an object's members.")
                .example("SELECT JSONExtractKeys('{\"a\": 1, \"b\": 2}')", "['a','b']");
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return Types.array(Types.STRING);
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        return (document, node, out) -> {
            if (document.kind(node) != JsonDocument.Kind.OBJECT) {
                return false;
            }
            ArrayColumn.Builder builder = (ArrayColumn.Builder) out;
            for (int child = document.firstChild(node);
                    child < document.next(node);
                    child = document.next(document.next(child))) {
                JsonTexts.name(document, child, builder.elements());
            }
            builder.endRow();
            return true;
        };
    }
}
