/** Functions of strings: lengths, case, parts, padding, splitting, formatting. */
@NullMarked
package io.millrace.functions.scalar.string;

import org.jspecify.annotations.NullMarked;
