package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.EnumType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.math.BigInteger;
import java.util.List;

/** The kind of a value of a JSON text. */
@Builtin("JSONType")
final class JsonType extends JsonFunction {
    JsonType() {
        super("JSONType", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "JSONType(json[, path]...)", "The kind of a value of a JSON text.")
                .example("SELECT JSONType('{\"a\": [1]}', 'a')", "Array");
    }

    private static final EnumType KINDS = new EnumType(
            8,
            List.of(
                    new EnumType.Entry("Null", 0),
                    new EnumType.Entry("String", 34),
                    new EnumType.Entry("Array", 91),
                    new EnumType.Entry("Bool", 98),
                    new EnumType.Entry("Double", 100),
                    new EnumType.Entry("Int64", 105),
                    new EnumType.Entry("UInt64", 117),
                    new EnumType.Entry("Object", 123)));

    @Override
    DataType resultType(List<Argument> arguments) {
        return KINDS;
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        return (document, node, out) -> {
            int value = switch (document.kind(node)) {
                case NULL -> 0;
                case STRING -> 34;
                case ARRAY -> 91;
                case BOOL -> 98;
                case OBJECT -> 123;
                case NUMBER -> {
                    if (!document.isInteger(node)) {
                        yield 100;
                    }
                    BigInteger number = new BigInteger(document.text(node));
                    yield number.bitLength() <= 63 ? 105 : number.signum() > 0 && number.bitLength() == 64 ? 117 : 100;
                }
            };
            ((ByteColumn.Builder) out).append((byte) value);
            return true;
        };
    }
}
