package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The query of a URL without the question mark. */
@Builtin("queryString")
final class QueryString extends UrlPart {
    QueryString() {
        super("queryString");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "queryString(url)", "The query of a URL without the question mark.")
                .example("SELECT queryString('http://a.com/?b=1#c')", "b=1");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        int begin = UrlParts.queryBegin(bytes, from, to);
        return begin < 0 ? 0 : part(begin, UrlParts.fragmentMark(bytes, begin, to));
    }
}
