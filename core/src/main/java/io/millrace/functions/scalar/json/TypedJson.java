package io.millrace.functions.scalar.json;

import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Base of JSONExtractInt and the like: one fixed type. */
abstract class TypedJson extends JsonFunction {
    private final DataType type;

    TypedJson(String name, DataType type) {
        super(name, 0);
        this.type = type;
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return type;
    }

    @Override
    Extraction extraction(DataType result, BindContext context) {
        return JsonValues.of(result, context);
    }
}
