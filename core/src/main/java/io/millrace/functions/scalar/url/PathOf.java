package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The path of a URL. */
@Builtin("path")
final class PathOf extends UrlPart {
    PathOf() {
        super("path");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "path(url)", "The path of a URL.")
                .example("SELECT path('http://a.com/b/c?d')", "/b/c");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        int begin = UrlParts.pathBegin(bytes, from, to);
        return begin < to && bytes[begin] == '/' ? part(begin, UrlParts.find(bytes, begin, to, "?#")) : 0;
    }
}
