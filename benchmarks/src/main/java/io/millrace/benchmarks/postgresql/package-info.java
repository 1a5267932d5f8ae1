/** {@code ./millrace bench postgresql}: our PostgreSQL interface beside a real PostgreSQL, through the same driver. */
@NullMarked
package io.millrace.benchmarks.postgresql;

import org.jspecify.annotations.NullMarked;
