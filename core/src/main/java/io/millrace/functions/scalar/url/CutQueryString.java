package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The URL without its query, question mark included. */
@Builtin("cutQueryString")
final class CutQueryString extends Cutting {
    CutQueryString() {
        super("cutQueryString");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "cutQueryString(url)", "The URL without its query, question mark included.")
                .example("SELECT cutQueryString('http://a.com/?b=1#c')", "http://a.com/#c");
    }

    @Override
    long cut(byte[] bytes, int from, int to) {
        int begin = UrlParts.queryBegin(bytes, from, to);
        return begin < 0 ? bounds(from, from) : bounds(begin - 1, UrlParts.fragmentMark(bytes, begin, to));
    }
}
