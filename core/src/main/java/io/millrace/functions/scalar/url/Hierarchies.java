package io.millrace.functions.scalar.url;

import io.millrace.functions.scalar.row.ListFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;

/** Base of URLHierarchy and URLPathHierarchy. */
abstract class Hierarchies extends ListFunction {
    private final boolean pathOnly;

    Hierarchies(String name, boolean pathOnly) {
        super(name, "s");
        this.pathOnly = pathOnly;
    }

    @Override
    protected void row(RowArguments in, int row, TextLists out) {
        byte[] bytes = in.text(0).bytes();
        int from = in.text(0).from(row);
        int to = in.text(0).to(row);
        int at = from;
        while (at < to
                && (bytes[at] > ' ' || bytes[at] < 0)
                && bytes[at] != ':'
                && bytes[at] != '/'
                && bytes[at] != '?'
                && bytes[at] != '#') {
            at++;
        }
        if (at + 2 < to && bytes[at] == ':' && bytes[at + 1] == '/' && bytes[at + 2] == '/') {
            at = UrlParts.find(bytes, at + 3, to, "/?#");
        } else if (at == from && at < to && bytes[at] == '/') {
            at = from;
        }
        int begin = pathOnly ? at : from;
        if (pathOnly) {
            at = Math.min(to, at + 1);
        } else {
            at = Math.min(to, at + 1);
            if (at > begin) {
                out.add(bytes, begin, at);
            }
        }
        while (at < to) {
            at = Math.min(to, UrlParts.find(bytes, at, to, "/?#") + 1);
            out.add(bytes, begin, at);
        }
    }
}
