/** Planning of queries. Key type: {@link Planner}. */
@NullMarked
package io.millrace.planner;

import org.jspecify.annotations.NullMarked;
