package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** An object's members with values of a type as (name, value). */
@Builtin("JSONExtractKeysAndValues")
final class JsonExtractKeysAndValues extends JsonPairs {
    JsonExtractKeysAndValues() {
        super("JSONExtractKeysAndValues", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "JSONExtractKeysAndValues(json[, path]..., type)",
                        "An object's members with values of a type as (name, value).")
                .example("SELECT JSONExtractKeysAndValues('{\"a\": 1, \"b\": 2}', 'Int8')", "[('a',1),('b',2)]");
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return pairType(JsonExtract.named(name(), arguments.getLast()));
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        TupleType pair = (TupleType) ((ArrayType) type).element();
        return pairs(JsonValues.of(pair.elements().get(1), context));
    }
}
