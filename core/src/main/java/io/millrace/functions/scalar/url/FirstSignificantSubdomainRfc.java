package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The label of the host name before the top-level domain (and com, org, net or co before that). */
@Builtin("firstSignificantSubdomainRFC")
final class FirstSignificantSubdomainRfc extends FirstSignificantSubdomainPart {
    FirstSignificantSubdomainRfc() {
        super("firstSignificantSubdomainRFC", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "URL",
                        "firstSignificantSubdomainRFC(url)",
                        "The label of the host name before the top-level domain (and com, org, net or co before "
                                + "that).")
                .example("SELECT firstSignificantSubdomainRFC('https://news.example.com.tr/')", "example");
    }
}
