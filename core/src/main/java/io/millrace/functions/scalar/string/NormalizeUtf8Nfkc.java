package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.text.Normalizer;

/** The text in normal form NFKC. */
@Builtin("normalizeUTF8NFKC")
final class NormalizeUtf8Nfkc extends Normalization {
    NormalizeUtf8Nfkc() {
        super("normalizeUTF8NFKC", Normalizer.Form.NFKC);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "normalizeUTF8NFKC(s)", "The text in normal form NFKC.")
                .example("SELECT normalizeUTF8NFKC('ﬁ')", "fi");
    }
}
