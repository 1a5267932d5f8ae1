/** DISTINCT. */
@NullMarked
package io.millrace.pipeline.operator.distinct;

import org.jspecify.annotations.NullMarked;
