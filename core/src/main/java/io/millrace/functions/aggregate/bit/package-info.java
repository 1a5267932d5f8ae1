/** Bitwise and, or, exclusive or of all values. */
@NullMarked
package io.millrace.functions.aggregate.bit;

import org.jspecify.annotations.NullMarked;
