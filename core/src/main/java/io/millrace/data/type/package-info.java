/**
 * Data types: what values mean. Key types: {@link DataType}, {@link Types}, {@link TypeParser}, {@link Supertype}. Knows no SQL syntax
 * beyond the text of types itself.
 */
@NullMarked
package io.millrace.data.type;

import org.jspecify.annotations.NullMarked;
