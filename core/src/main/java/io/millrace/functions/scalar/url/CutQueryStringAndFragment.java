package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The URL without query and fragment. */
@Builtin("cutQueryStringAndFragment")
final class CutQueryStringAndFragment extends Cutting {
    CutQueryStringAndFragment() {
        super("cutQueryStringAndFragment");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "cutQueryStringAndFragment(url)", "The URL without query and fragment.")
                .example("SELECT cutQueryStringAndFragment('http://a.com/?b=1#c')", "http://a.com/");
    }

    @Override
    long cut(byte[] bytes, int from, int to) {
        return bounds(UrlParts.find(bytes, from, to, "?#"), to);
    }
}
