package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.ListFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;
import io.millrace.functions.scalar.row.TextView;

/** The names of the parameters of a URL. */
@Builtin("extractURLParameterNames")
final class ExtractUrlParameterNames extends ListFunction {
    ExtractUrlParameterNames() {
        super("extractURLParameterNames", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "extractURLParameterNames(url)", "The names of the parameters of a URL.")
                .example("SELECT extractURLParameterNames('http://a.com/?b=1&c=2')", "['b','c']");
    }

    @Override
    protected void row(RowArguments in, int row, TextLists out) {
        TextView text = in.text(0);
        QueryParameters parameters = new QueryParameters(text.bytes(), text.from(row), text.to(row));
        while (parameters.next()) {
            out.add(text.bytes(), parameters.begin(), parameters.nameEnd());
        }
    }
}
