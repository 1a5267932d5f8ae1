/** ORDER BY ... WITH FILL. */
@NullMarked
package io.millrace.pipeline.operator.fill;

import org.jspecify.annotations.NullMarked;
