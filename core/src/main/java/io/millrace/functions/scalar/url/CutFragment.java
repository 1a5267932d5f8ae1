package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The URL without its fragment, hash sign included. */
@Builtin("cutFragment")
final class CutFragment extends Cutting {
    CutFragment() {
        super("cutFragment");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "cutFragment(url)", "The URL without its fragment, hash sign included.")
                .example("SELECT cutFragment('http://a.com/?b=1#c')", "http://a.com/?b=1");
    }

    @Override
    long cut(byte[] bytes, int from, int to) {
        return bounds(UrlParts.fragmentMark(bytes, from, to), to);
    }
}
