package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The URL without a leading www of its host. */
@Builtin("cutWWW")
final class CutWww extends Cutting {
    CutWww() {
        super("cutWWW");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "cutWWW(url)", "The URL without a leading www of its host.")
                .example("SELECT cutWWW('http://www.a.com/')", "http://a.com/");
    }

    @Override
    long cut(byte[] bytes, int from, int to) {
        int begin = UrlParts.authorityBegin(bytes, from, to);
        boolean www = begin > from
                && begin + 4 <= to
                && bytes[begin] == 'w'
                && bytes[begin + 1] == 'w'
                && bytes[begin + 2] == 'w'
                && bytes[begin + 3] == '.';
        return www ? bounds(begin, begin + 4) : bounds(from, from);
    }
}
