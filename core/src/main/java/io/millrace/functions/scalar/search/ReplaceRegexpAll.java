package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string with all matches of a regular expression replaced; \0 to \9 stand for groups. */
@Builtin({"replaceRegexpAll", "REGEXP_REPLACE"})
final class ReplaceRegexpAll extends RegexReplacing {
    ReplaceRegexpAll() {
        super("replaceRegexpAll", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String replacement",
                        "replaceRegexpAll(s, pattern, replacement)",
                        "The string with all matches of a regular expression replaced; \\0 to \\9 stand for groups.")
                .example("SELECT replaceRegexpAll('Hello', '(l)', '<\\\\1>')", "He<l><l>o");
    }
}
