package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The host name from the first significant subdomain on. */
@Builtin("cutToFirstSignificantSubdomain")
final class CutToFirstSignificantSubdomain extends CutToFirstSignificantSubdomainPart {
    CutToFirstSignificantSubdomain() {
        super("cutToFirstSignificantSubdomain", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "URL",
                        "cutToFirstSignificantSubdomain(url)",
                        "The host name from the first significant subdomain on.")
                .example("SELECT cutToFirstSignificantSubdomain('https://news.example.com.tr/')", "example.com.tr");
    }
}
