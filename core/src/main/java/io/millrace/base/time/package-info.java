/** Time: one {@link Scheduler}; the time of day comes from {@link java.time.Clock}. */
@NullMarked
package io.millrace.base.time;

import org.jspecify.annotations.NullMarked;
