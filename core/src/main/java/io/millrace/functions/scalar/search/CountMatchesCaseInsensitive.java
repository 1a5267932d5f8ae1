package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** How often a regular expression matches, whatever the case of letters. */
@Builtin("countMatchesCaseInsensitive")
final class CountMatchesCaseInsensitive extends MatchCounts {
    CountMatchesCaseInsensitive() {
        super("countMatchesCaseInsensitive", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "countMatchesCaseInsensitive(s, pattern)",
                        "How often a regular expression matches, whatever the case of letters.")
                .example("SELECT countMatchesCaseInsensitive('AaA', 'a')", "3");
    }
}
