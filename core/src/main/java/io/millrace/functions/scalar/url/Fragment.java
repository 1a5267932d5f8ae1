package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The fragment of a URL without the hash sign. */
@Builtin("fragment")
final class Fragment extends UrlPart {
    Fragment() {
        super("fragment");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "fragment(url)", "The fragment of a URL without the hash sign.")
                .example("SELECT fragment('http://a.com/?b=1#c')", "c");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        int mark = UrlParts.fragmentMark(bytes, from, to);
        return mark == to ? 0 : part(mark + 1, to);
    }
}
