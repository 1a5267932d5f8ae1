/** Blocks that operators keep. */
@NullMarked
package io.millrace.pipeline.operator.buffer;

import org.jspecify.annotations.NullMarked;
