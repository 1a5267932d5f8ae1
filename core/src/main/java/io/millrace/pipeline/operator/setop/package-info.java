/** INTERSECT and EXCEPT. */
@NullMarked
package io.millrace.pipeline.operator.setop;

import org.jspecify.annotations.NullMarked;
