/** How many small requests a server answers. Key type: {@link HttpBench}. */
@NullMarked
package io.millrace.benchmarks.http;

import org.jspecify.annotations.NullMarked;
