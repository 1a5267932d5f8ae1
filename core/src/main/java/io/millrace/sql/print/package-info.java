/**
 * Syntax trees to text, formatted as ClickHouse formats queries; the result parses back to an equal tree.
 *
 * <p>Key types: {@link SqlPrinter}, {@link ColumnNames}. Used by the engine (SHOW CREATE, EXPLAIN SYNTAX, metadata on disk).
 */
@NullMarked
package io.millrace.sql.print;

import org.jspecify.annotations.NullMarked;
