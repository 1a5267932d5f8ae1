package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The label of the host name before the top-level domain (and com, org, net or co before that). */
@Builtin("firstSignificantSubdomain")
final class FirstSignificantSubdomain extends FirstSignificantSubdomainPart {
    FirstSignificantSubdomain() {
        super("firstSignificantSubdomain", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "URL",
                        "firstSignificantSubdomain(url)",
                        "The label of the host name before the top-level domain (and com, org, net or co before "
                                + "that).")
                .example("SELECT firstSignificantSubdomain('https://news.example.com.tr/')", "example");
    }
}
