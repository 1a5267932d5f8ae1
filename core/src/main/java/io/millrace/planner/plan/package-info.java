/** The logical plan. Key types: {@link Plan}, {@link PlannedQuery}. Immutable. */
@NullMarked
package io.millrace.planner.plan;

import org.jspecify.annotations.NullMarked;
