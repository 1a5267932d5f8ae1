/**
 * INSERT: input read and parsed, rows completed, written, committed together with the materialized views that follow the table. Key types: {@link
 * RowCompletion}, {@link InsertTarget}, {@link InputPieces}.
 */
@NullMarked
package io.millrace.engine.insert;

import org.jspecify.annotations.NullMarked;
