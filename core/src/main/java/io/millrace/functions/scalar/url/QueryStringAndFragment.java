package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The query and fragment of a URL. */
@Builtin("queryStringAndFragment")
final class QueryStringAndFragment extends UrlPart {
    QueryStringAndFragment() {
        super("queryStringAndFragment");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "queryStringAndFragment(url)", "The query and fragment of a URL.")
                .example("SELECT queryStringAndFragment('http://a.com/?b=1#c')", "b=1#c");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        int at = UrlParts.find(bytes, from, to, "?#");
        if (at == to) {
            return 0;
        }
        return part(bytes[at] == '?' ? at + 1 : at, to);
    }
}
