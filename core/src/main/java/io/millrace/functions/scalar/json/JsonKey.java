package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** The name of an object's n-th member. */
@Builtin("JSONKey")
final class JsonKey extends JsonFunction {
    JsonKey() {
        super("JSONKey", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "JSONKey(json[, path]..., n)", "The name of an object's n-th member.")
                .example("SELECT JSONKey('{\"a\": 1, \"b\": 2}', 2)", "b");
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return Types.STRING;
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        return new Extraction() {
            @Override
            public boolean append(JsonDocument document, int node, ColumnBuilder out) {
                return false;
            }

            @Override
            public boolean appendAt(JsonDocument document, int node, int key, ColumnBuilder out) {
                return key >= 0 && JsonTexts.name(document, key, out);
            }
        };
    }
}
