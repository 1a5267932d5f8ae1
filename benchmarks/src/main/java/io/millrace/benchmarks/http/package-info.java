/** How many small requests a server answers, and how fast it takes and gives rows. Key type: {@link HttpBench}. */
@NullMarked
package io.millrace.benchmarks.http;

import org.jspecify.annotations.NullMarked;
