/** Functions that search in strings: LIKE, regular expressions, substrings. Conditions answer as bitmaps. */
@NullMarked
package io.millrace.functions.scalar.search;

import org.jspecify.annotations.NullMarked;
