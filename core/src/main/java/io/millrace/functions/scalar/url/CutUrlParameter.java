package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
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
import java.util.Arrays;
import java.util.List;

/** The URL without a parameter, or those of an array of names. */
@Builtin("cutURLParameter")
final class CutUrlParameter implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "URL",
                        "cutURLParameter(url, name)",
                        "The URL without a parameter, or those of an array of names.")
                .example("SELECT cutURLParameter('http://a.com/?b=1&c=2', 'b')", "http://a.com/?c=2");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("cutURLParameter", arguments, 2);
        if (!Types.isStringLike(arguments.get(0).type())) {
            throw Signature.illegalType("cutURLParameter", arguments.get(0).type());
        }
        Column _ = arguments.get(1).requireConstant("cutURLParameter", "name");
        DataType names = arguments.get(1).type();
        if (!Types.isStringLike(names) && !(names instanceof ArrayType(DataType e) && Types.isStringLike(e))) {
            throw Signature.illegalType("cutURLParameter", names);
        }
        return new Bound();
    }

    /** URLs without parameters. */
    private record Bound() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextView text = TextView.of(arguments[0]);
            TextColumns out = new TextColumns(rows, rows * 32L, context);
            for (int row = 0; row < rows; row++) {
                byte[] url = text.copy(row);
                Column value = arguments[1] instanceof ConstColumn c ? c.value() : arguments[1];
                int at = arguments[1] instanceof ConstColumn ? 0 : row;
                if (value instanceof ArrayColumn names) {
                    TextView texts = TextView.of(names.elements());
                    for (int i = names.offsets()[at]; i < names.offsets()[at + 1]; i++) {
                        url = without(url, texts.copy(i));
                    }
                } else {
                    url = without(url, TextView.of(value).copy(at));
                }
                out.sink().put(url);
                out.endRow();
            }
            return out.build();
        }

        private static byte[] without(byte[] url, byte[] name) {
            QueryParameters parameters = new QueryParameters(url, 0, url.length);
            while (parameters.next()) {
                if (Arrays.equals(url, parameters.begin(), parameters.nameEnd(), name, 0, name.length)) {
                    int begin = parameters.begin();
                    int end = parameters.end();
                    boolean more = end < url.length && url[end] == '&';
                    if (more) {
                        end++;
                    } else {
                        begin -= 1;
                    }
                    ByteSink rest = new ByteSink(url.length);
                    rest.put(url, 0, begin);
                    rest.put(url, end, url.length - end);
                    return rest.toByteArray();
                }
            }
            return url;
        }
    }
}
