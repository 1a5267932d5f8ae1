package io.millrace.functions.scalar.ip;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.text.IpText;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.DataType.Ipv4Type;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import io.millrace.functions.scalar.row.TextColumns;
import java.util.List;

/** Texts of IPv4 addresses. */
record Ipv4Texts(DataType from, boolean masked) implements BoundScalar {
    static BoundScalar bind(String name, List<Argument> arguments, boolean masked) {
        Signature.count(name, arguments, 1);
        DataType type = arguments.getFirst().type();
        boolean fits = type instanceof Ipv4Type || type instanceof IntegerType i && !i.signed() && i.bits() <= 64;
        if (!fits) {
            throw Signature.illegalType(name, type);
        }
        return new Ipv4Texts(type, masked);
    }

    @Override
    public DataType type() {
        return Types.STRING;
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        NumberView numbers = NumberView.of(arguments[0], from);
        TextColumns out = new TextColumns(rows, rows * 14L, context);
        for (int row = 0; row < rows; row++) {
            ByteSink sink = out.sink();
            IpText.writeV4((int) numbers.at(row), sink);
            if (masked) {
                int end = sink.size();
                while (sink.array()[end - 1] != '.') {
                    end--;
                }
                sink.advanceTo(end);
                sink.putText("xxx");
            }
            out.endRow();
        }
        return out.build();
    }
}
