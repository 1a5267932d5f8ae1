/** The JSON family: JSON, JSONCompact, JSONEachRow. */
@NullMarked
package io.millrace.formats.json;

import org.jspecify.annotations.NullMarked;
