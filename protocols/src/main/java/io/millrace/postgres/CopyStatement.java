package io.millrace.postgres;

import io.millrace.sql.ast.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A COPY. Immutable.
 *
 * @param table what is copied, unless it is a query
 * @param columns its columns; empty for all ordinary ones
 * @param query the query of {@code COPY (query) TO}
 */
record CopyStatement(
        Optional<TableName> table, List<String> columns, Optional<String> query, boolean in, CopyOptions options) {
    /** The layout of the data. */
    enum Format {
        TEXT,
        CSV,
        BINARY
    }

    /** Whether there is a line of names. */
    enum HeaderLine {
        NONE,
        SKIP,
        MATCH
    }

    /** How the data is written. */
    record CopyOptions(
            Format format,
            byte delimiter,
            String nullText,
            HeaderLine header,
            byte quote,
            byte escape,
            Optional<List<String>> forceQuote,
            List<String> forceNotNull,
            List<String> forceNull) {
        static CopyOptions of(Format format) {
            boolean csv = format == Format.CSV;
            return new CopyOptions(
                    format,
                    (byte) (csv ? ',' : '\t'),
                    csv ? "" : "\\N",
                    HeaderLine.NONE,
                    (byte) '"',
                    (byte) '"',
                    Optional.empty(),
                    List.of(),
                    List.of());
        }

        /** {@code FORCE_QUOTE *}. */
        boolean quotesAll() {
            return forceQuote.isPresent() && forceQuote.get().isEmpty();
        }
    }
}
