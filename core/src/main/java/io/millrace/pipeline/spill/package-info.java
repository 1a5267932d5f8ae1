/** Temporary files of operators that ran out of their budget. Key type: {@link SpillFile}. */
@NullMarked
package io.millrace.pipeline.spill;

import org.jspecify.annotations.NullMarked;
