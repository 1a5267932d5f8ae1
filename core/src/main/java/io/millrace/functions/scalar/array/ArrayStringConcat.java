package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.Rendering;
import io.millrace.functions.scalar.row.TextColumns;
import io.millrace.functions.scalar.row.TextView;
import java.time.ZoneId;
import java.util.List;

/** The texts of the elements, without NULLs, with a separator between them. */
@Builtin({"arrayStringConcat", "array_to_string", "ARRAY_TO_STRING"})
final class ArrayStringConcat implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String splitting",
                        "arrayStringConcat(array[, separator])",
                        "The texts of the elements, without NULLs, with a separator between them.")
                .example("SELECT arrayStringConcat(['a', 'b'], '-')", "a-b");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("arrayStringConcat", arguments, 1, 2);
        if (arguments.size() > 1 && arguments.get(1).constant().isEmpty()) {
            throw new DbException(
                    ErrorCode.ILLEGAL_COLUMN, "Argument 'separator' of function arrayStringConcat must be constant");
        }
        DataType element = ArrayTypes.element("arrayStringConcat", arguments.getFirst());
        if (arguments.size() > 1 && !Types.isStringLike(arguments.get(1).type())) {
            throw Signature.illegalType("arrayStringConcat", arguments.get(1).type());
        }
        return new Bound(Types.bare(element), context.zone());
    }

    /** The joined texts. */
    private record Bound(DataType element, ZoneId zone) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayView array = ArrayView.of(arguments[0]);
            Column plain = array.elements().plain();
            byte[] nulls = plain instanceof NullableColumn n ? n.nulls() : new byte[plain.rows()];
            Column values = plain instanceof NullableColumn n ? n.values() : plain;
            TextColumns out = new TextColumns(rows, rows * 16L, context);
            if (values.rows() == 0) {
                for (int row = 0; row < rows; row++) {
                    out.endRow();
                }
                return out.build();
            }
            TextView texts = TextView.of(Rendering.texts(values, element, zone, context));
            TextView separator =
                    TextView.of(arguments.length > 1 ? arguments[1] : new ConstColumn(StringColumn.of(""), rows));
            for (int row = 0; row < rows; row++) {
                boolean first = true;
                for (int i = array.from(row); i < array.to(row); i++) {
                    if (nulls[i] != 0) {
                        continue;
                    }
                    if (!first) {
                        separator.appendTo(row, out.sink());
                    }
                    texts.appendTo(i, out.sink());
                    first = false;
                }
                out.endRow();
            }
            return out.build();
        }
    }
}
