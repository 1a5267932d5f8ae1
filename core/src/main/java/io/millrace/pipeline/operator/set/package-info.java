/** Sets of values for IN. Key type: {@link ValueSets}. */
@NullMarked
package io.millrace.pipeline.operator.set;

import org.jspecify.annotations.NullMarked;
