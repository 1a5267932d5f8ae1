package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.ListFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;
import io.millrace.functions.scalar.row.TextView;

/** The parameters of a URL as name=value. */
@Builtin("extractURLParameters")
final class ExtractUrlParameters extends ListFunction {
    ExtractUrlParameters() {
        super("extractURLParameters", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "extractURLParameters(url)", "The parameters of a URL as name=value.")
                .example("SELECT extractURLParameters('http://a.com/?b=1&c=2')", "['b=1','c=2']");
    }

    @Override
    protected void row(RowArguments in, int row, TextLists out) {
        TextView text = in.text(0);
        QueryParameters parameters = new QueryParameters(text.bytes(), text.from(row), text.to(row));
        while (parameters.next()) {
            out.add(text.bytes(), parameters.begin(), parameters.end());
        }
    }
}
