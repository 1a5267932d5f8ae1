/**
 * Conversions between all types: CAST and its variants, {@code toT} functions, reinterpretation of bytes. Key types: {@link Casts} (the one entry),
 * {@link Conversion}, {@link CastMode}.
 */
@NullMarked
package io.millrace.functions.scalar.conversion;

import org.jspecify.annotations.NullMarked;
