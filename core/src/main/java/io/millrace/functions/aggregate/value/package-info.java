/** Functions that keep one of the values they saw: min, max, any, argMin and their relatives. Key type: {@link ValueCells}. */
@NullMarked
package io.millrace.functions.aggregate.value;

import org.jspecify.annotations.NullMarked;
