package io.millrace.functions.scalar.ip;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.text.IpText;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FixedStringType;
import io.millrace.data.type.DataType.Ipv6Type;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.TextColumns;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** The text of an IPv6 address of 16 bytes. */
@Builtin({"IPv6NumToString", "INET6_NTOA"})
final class Ipv6NumToString implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("IP address", "IPv6NumToString(bytes)", "The text of an IPv6 address of 16 bytes.")
                .example(
                        "SELECT IPv6NumToString(toFixedString(unhex('2A0206B8000000000000000000000011'), 16))",
                        "2a02:6b8::11");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("IPv6NumToString", arguments, 1);
        DataType type = arguments.getFirst().type();
        if (!(type instanceof Ipv6Type) && !type.equals(new FixedStringType(16))) {
            throw Signature.illegalType("IPv6NumToString", type);
        }
        return new Bound();
    }

    /** Texts of addresses. */
    private record Bound() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextView bytes = TextView.of(arguments[0]);
            TextColumns out = new TextColumns(rows, rows * 24L, context);
            for (int row = 0; row < rows; row++) {
                IpText.writeV6(bytes.bytes(), bytes.from(row), out.sink());
                out.endRow();
            }
            return out.build();
        }
    }
}
