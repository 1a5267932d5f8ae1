package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.text.Normalizer;

/** The text in normal form NFKD. */
@Builtin("normalizeUTF8NFKD")
final class NormalizeUtf8Nfkd extends Normalization {
    NormalizeUtf8Nfkd() {
        super("normalizeUTF8NFKD", Normalizer.Form.NFKD);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "normalizeUTF8NFKD(s)", "The text in normal form NFKD.")
                .example("SELECT length(normalizeUTF8NFKD('â'))", "3");
    }
}
