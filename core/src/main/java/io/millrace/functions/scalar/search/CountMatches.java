package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** How often a regular expression matches. */
@Builtin("countMatches")
final class CountMatches extends MatchCounts {
    CountMatches() {
        super("countMatches", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String search", "countMatches(s, pattern)", "How often a regular expression matches.")
                .example("SELECT countMatches('foobar.com', 'o+')", "2");
    }
}
