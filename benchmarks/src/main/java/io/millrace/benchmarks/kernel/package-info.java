/** Benchmarks of single kernels, which guard the shapes of loops that speed depends on. */
@NullMarked
package io.millrace.benchmarks.kernel;

import org.jspecify.annotations.NullMarked;
