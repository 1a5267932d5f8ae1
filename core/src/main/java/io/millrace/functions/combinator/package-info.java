/** Suffixes that make new aggregate functions of others, one file each: -If, -Array, -State, -Merge and so on. */
@NullMarked
package io.millrace.functions.combinator;

import org.jspecify.annotations.NullMarked;
