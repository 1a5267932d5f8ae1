package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The path of a URL with query and fragment. */
@Builtin("pathFull")
final class PathFull extends UrlPart {
    PathFull() {
        super("pathFull");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "pathFull(url)", "The path of a URL with query and fragment.")
                .example("SELECT pathFull('http://a.com/b?c#d')", "/b?c#d");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        int begin = UrlParts.pathBegin(bytes, from, to);
        return begin < to && bytes[begin] == '/' ? part(begin, to) : 0;
    }
}
