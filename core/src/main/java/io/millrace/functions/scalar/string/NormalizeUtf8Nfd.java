package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.text.Normalizer;

/** The text in normal form NFD. */
@Builtin("normalizeUTF8NFD")
final class NormalizeUtf8Nfd extends Normalization {
    NormalizeUtf8Nfd() {
        super("normalizeUTF8NFD", Normalizer.Form.NFD);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "normalizeUTF8NFD(s)", "The text in normal form NFD.")
                .example("SELECT length(normalizeUTF8NFD('â'))", "3");
    }
}
