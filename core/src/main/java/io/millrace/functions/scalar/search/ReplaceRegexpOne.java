package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string with the first match of a regular expression replaced; \0 to \9 stand for groups. */
@Builtin("replaceRegexpOne")
final class ReplaceRegexpOne extends RegexReplacing {
    ReplaceRegexpOne() {
        super("replaceRegexpOne", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String replacement",
                        "replaceRegexpOne(s, pattern, replacement)",
                        "The string with the first match of a regular expression replaced; \\0 to \\9 stand for "
                                + "groups.")
                .example("SELECT replaceRegexpOne('Hello', 'l', 'L')", "HeLlo");
    }
}
