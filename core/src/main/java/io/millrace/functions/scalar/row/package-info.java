/** Bases of functions that compute texts, numbers and lists row by row. Key types: {@link TextFunction}, {@link NumberFunction}. */
@NullMarked
package io.millrace.functions.scalar.row;

import org.jspecify.annotations.NullMarked;
