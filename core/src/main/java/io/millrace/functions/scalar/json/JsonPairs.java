package io.millrace.functions.scalar.json;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import java.util.List;

/** Base of the functions that give an object's members as an array of pairs. */
abstract class JsonPairs extends JsonFunction {
    JsonPairs(String name, int behindPath) {
        super(name, behindPath);
    }

    static Extraction pairs(Extraction value) {
        return (document, node, out) -> {
            if (document.kind(node) != JsonDocument.Kind.OBJECT) {
                return false;
            }
            ArrayColumn.Builder builder = (ArrayColumn.Builder) out;
            TupleColumn.Builder pair = (TupleColumn.Builder) builder.elements();
            for (int child = document.firstChild(node);
                    child < document.next(node);
                    child = document.next(document.next(child))) {
                if (value.append(document, document.next(child), pair.element(1))) {
                    JsonTexts.name(document, child, pair.element(0));
                    pair.endRow();
                }
            }
            builder.endRow();
            return true;
        };
    }

    static DataType pairType(DataType value) {
        return Types.array(new TupleType(List.of(Types.STRING, value), List.of()));
    }
}
