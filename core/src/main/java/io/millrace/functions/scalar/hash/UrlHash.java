package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.CityHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextView;

/** CityHash of a URL without a final slash, question mark or hash sign, or of its hierarchy up to a level. */
@Builtin("URLHash")
final class UrlHash extends NumberFunction {
    UrlHash() {
        super("URLHash", "s?c", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Hash",
                        "URLHash(url[, level])",
                        "CityHash of a URL without a final slash, question mark or hash sign, or of its hierarchy "
                                + "up to a level.")
                .example("SELECT URLHash('http://a.b/') = URLHash('http://a.b')", "1");
    }

    @Override
    protected long row(RowArguments in, int row) {
        TextView text = in.text(0);
        int from = text.from(row);
        int to = in.count() > 1
                ? level(text.bytes(), from, text.to(row), in.number(1).at(row))
                : text.to(row);
        if (to > from && in.count() == 1) {
            byte last = text.bytes()[to - 1];
            to -= last == '/' || last == '?' || last == '#' ? 1 : 0;
        }
        return CityHash.hash64(text.bytes(), from, to - from);
    }

    /** The end of the level-th part of the hierarchy; level 0 is the host. */
    private static int level(byte[] bytes, int from, int to, long level) {
        int at = from;
        while (at < to
                && (bytes[at] >= 'a' && bytes[at] <= 'z'
                        || bytes[at] >= 'A' && bytes[at] <= 'Z'
                        || bytes[at] >= '0' && bytes[at] <= '9')) {
            at++;
        }
        if (at == from || at + 2 >= to || bytes[at] != ':' || bytes[at + 1] != '/' || bytes[at + 2] != '/') {
            return to;
        }
        at += 3;
        while (at < to && bytes[at] != '/' && bytes[at] != '?' && bytes[at] != '#') {
            at++;
        }
        for (long i = 0; i < level && at < to; i++) {
            at++;
            while (at < to && bytes[at] != '/' && bytes[at] != '?' && bytes[at] != '#') {
                at++;
            }
        }
        return at;
    }
}
