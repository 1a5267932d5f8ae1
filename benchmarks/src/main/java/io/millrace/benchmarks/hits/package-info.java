/**
 * The data of the whole-query benchmark: a web-analytics table shaped like the public {@code hits} table of ClickBench
 * (same column names and types), made from a seed, and 43 queries of the same shapes.
 *
 * <p>Every value is a pure function of the seed, the number of rows and the row's place, so the same file comes out
 * whatever the number of threads.
 */
@NullMarked
package io.millrace.benchmarks.hits;

import org.jspecify.annotations.NullMarked;
