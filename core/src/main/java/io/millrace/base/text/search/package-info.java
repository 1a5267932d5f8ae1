/** Substring search in bytes, per value and over a whole string column. Key types: {@link Substring}, {@link Needles}. */
@NullMarked
package io.millrace.base.text.search;

import org.jspecify.annotations.NullMarked;
