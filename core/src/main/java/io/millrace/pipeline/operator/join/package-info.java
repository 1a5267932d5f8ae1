/** Hash joins, cross joins, ASOF joins. */
@NullMarked
package io.millrace.pipeline.operator.join;

import org.jspecify.annotations.NullMarked;
