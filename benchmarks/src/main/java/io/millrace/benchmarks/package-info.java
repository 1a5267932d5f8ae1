/**
 * The benchmark: whole queries, loading and many clients over a generated table, beside a real ClickHouse engine and
 * DuckDB. {@link io.millrace.benchmarks.Bench} is the program. It is no part of the tests.
 */
@NullMarked
package io.millrace.benchmarks;

import org.jspecify.annotations.NullMarked;
