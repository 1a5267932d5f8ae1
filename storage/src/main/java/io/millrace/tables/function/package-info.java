/**
 * Table functions, one file each. Key types: {@link TableArguments} (their constant arguments), {@link Structure} (the columns a text names), {@link
 * FileTable}.
 */
@NullMarked
package io.millrace.tables.function;

import org.jspecify.annotations.NullMarked;
