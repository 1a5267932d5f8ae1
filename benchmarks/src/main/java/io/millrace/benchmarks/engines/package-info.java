/**
 * The engines that the whole-query benchmark measures: our server over HTTP, a ClickHouse engine in a child process and
 * DuckDB in this one. The peers are fetched on first use; where one cannot be had, the benchmark says so and goes on.
 */
@NullMarked
package io.millrace.benchmarks.engines;

import org.jspecify.annotations.NullMarked;
