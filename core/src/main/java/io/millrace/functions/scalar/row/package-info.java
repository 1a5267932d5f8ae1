/** Bases of functions that compute texts, numbers and lists row by row. Key type: {@link RowFunction}. */
@NullMarked
package io.millrace.functions.scalar.row;

import org.jspecify.annotations.NullMarked;
