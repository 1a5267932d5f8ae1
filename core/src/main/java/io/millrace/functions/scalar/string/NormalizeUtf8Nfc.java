package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.text.Normalizer;

/** The text in normal form NFC. */
@Builtin("normalizeUTF8NFC")
final class NormalizeUtf8Nfc extends Normalization {
    NormalizeUtf8Nfc() {
        super("normalizeUTF8NFC", Normalizer.Form.NFC);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "normalizeUTF8NFC(s)", "The text in normal form NFC.")
                .example("SELECT length(normalizeUTF8NFC('â'))", "2");
    }
}
