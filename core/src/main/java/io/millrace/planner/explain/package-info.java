/** Plans as text. Key type: {@link PlanText}. */
@NullMarked
package io.millrace.planner.explain;

import org.jspecify.annotations.NullMarked;
