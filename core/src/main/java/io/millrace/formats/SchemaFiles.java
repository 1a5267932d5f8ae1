package io.millrace.formats;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;

/** The files below {@code format_schema_path}, by name; supplied by the engine. Thread-safe. */
@FunctionalInterface
public interface SchemaFiles {
    /** No files at all. */
    SchemaFiles NONE = name -> {
        throw new DbException(
                ErrorCode.FILE_DOESNT_EXIST, "Cannot open file " + name + ": there is no format_schema_path here");
    };

    /** The text of a file. A name that leaves the directory is refused. */
    String text(String name);
}
