/** Rounding to digits and to steps. Key type: {@link RoundingFunction}. */
@NullMarked
package io.millrace.functions.scalar.rounding;

import org.jspecify.annotations.NullMarked;
