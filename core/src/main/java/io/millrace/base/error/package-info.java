/** Errors: one exception type with ClickHouse's codes. Key types: {@link DbException}, {@link ErrorCode}. Used everywhere. */
@NullMarked
package io.millrace.base.error;

import org.jspecify.annotations.NullMarked;
