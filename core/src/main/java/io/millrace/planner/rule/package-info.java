/** Rewrites of plans, one per file. Key types: {@link Rule}, {@link Conjunctions}. Stateless. */
@NullMarked
package io.millrace.planner.rule;

import org.jspecify.annotations.NullMarked;
