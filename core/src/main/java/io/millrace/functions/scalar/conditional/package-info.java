/** Choosing between values: if, multiIf, CASE, greatest, least. Key type: {@link Branches}. */
@NullMarked
package io.millrace.functions.scalar.conditional;

import org.jspecify.annotations.NullMarked;
