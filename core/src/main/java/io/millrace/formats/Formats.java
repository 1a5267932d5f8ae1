package io.millrace.formats;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.base.text.Suggestions;

/** All formats by name, whatever the case of its letters. */
public final class Formats {
    private Formats() {}

    /** The format of a name or alias; an unknown one is UNKNOWN_FORMAT. */
    public static Format of(String name) {
        BuiltinIndex<Format> index = BuiltinIndex.of(Format.class);
        return index.findIgnoringCase(name)
                .orElseThrow(() -> new DbException(
                        ErrorCode.UNKNOWN_FORMAT,
                        "Unknown format " + name + "." + Suggestions.closest(name, index.names())));
    }
}
