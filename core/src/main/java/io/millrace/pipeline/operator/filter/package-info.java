/** WHERE, HAVING: keeping the rows for which a condition is true. */
@NullMarked
package io.millrace.pipeline.operator.filter;

import org.jspecify.annotations.NullMarked;
