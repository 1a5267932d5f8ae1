/** Row formats as text, TabSeparated, CSV, Values and Vertical, and the loop that all readers of text share ({@link io.millrace.formats.text.TextRows}). */
@NullMarked
package io.millrace.formats.text;

import org.jspecify.annotations.NullMarked;
