package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The scheme of a URL. */
@Builtin("protocol")
final class Protocol extends UrlPart {
    Protocol() {
        super("protocol");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "protocol(url)", "The scheme of a URL.")
                .example("SELECT protocol('https://clickhouse.com/')", "https");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        int end = UrlParts.schemeEnd(bytes, from, to);
        return end < 0 || to - end < 4 ? 0 : part(from, end);
    }
}
