package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The host name from the first significant subdomain on. */
@Builtin("cutToFirstSignificantSubdomainRFC")
final class CutToFirstSignificantSubdomainRfc extends CutToFirstSignificantSubdomainPart {
    CutToFirstSignificantSubdomainRfc() {
        super("cutToFirstSignificantSubdomainRFC", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "URL",
                        "cutToFirstSignificantSubdomainRFC(url)",
                        "The host name from the first significant subdomain on.")
                .example("SELECT cutToFirstSignificantSubdomainRFC('https://news.example.com.tr/')", "example.com.tr");
    }
}
