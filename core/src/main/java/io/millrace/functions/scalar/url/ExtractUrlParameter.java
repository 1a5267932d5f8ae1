package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;
import java.util.Arrays;

/** The value of a parameter of a URL. */
@Builtin("extractURLParameter")
final class ExtractUrlParameter extends TextFunction {
    ExtractUrlParameter() {
        super("extractURLParameter", "sk");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "extractURLParameter(url, name)", "The value of a parameter of a URL.")
                .example("SELECT extractURLParameter('http://a.com/?b=1&c=2', 'c')", "2");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        TextView name = in.text(1);
        QueryParameters parameters = new QueryParameters(text.bytes(), text.from(row), text.to(row));
        while (parameters.next()) {
            if (Arrays.equals(
                    text.bytes(),
                    parameters.begin(),
                    parameters.nameEnd(),
                    name.bytes(),
                    name.from(row),
                    name.to(row))) {
                out.put(text.bytes(), parameters.nameEnd() + 1, parameters.end() - parameters.nameEnd() - 1);
                return;
            }
        }
    }
}
