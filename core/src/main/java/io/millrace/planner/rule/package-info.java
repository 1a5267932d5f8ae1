/** Rewrites of plans, one per file, and plans taken apart. Key types: {@link Rule}, {@link Conjunctions}, {@link RowQuery}. Stateless. */
@NullMarked
package io.millrace.planner.rule;

import org.jspecify.annotations.NullMarked;
