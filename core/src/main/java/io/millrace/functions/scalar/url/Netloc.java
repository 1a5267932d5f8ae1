package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** User, host and port of a URL. */
@Builtin("netloc")
final class Netloc extends UrlPart {
    Netloc() {
        super("netloc");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "netloc(url)", "User, host and port of a URL.")
                .example("SELECT netloc('http://user@a.com:80/b')", "user@a.com:80");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        int begin = UrlParts.authorityBegin(bytes, from, to);
        if (begin < 0) {
            return 0;
        }
        return part(begin, UrlParts.find(bytes, begin, to, "/?#"));
    }
}
