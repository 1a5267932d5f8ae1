/**
 * Dates and times: their parts, their rounding, arithmetic with calendar units, and texts. Key types: {@link Moments} (columns as local days and seconds),
 * {@link DatePart}, {@link Truncation}, {@link Shift}.
 */
@NullMarked
package io.millrace.functions.scalar.datetime;

import org.jspecify.annotations.NullMarked;
