/** Sorting, top-N and merging of sorted streams. */
@NullMarked
package io.millrace.pipeline.operator.sort;

import org.jspecify.annotations.NullMarked;
