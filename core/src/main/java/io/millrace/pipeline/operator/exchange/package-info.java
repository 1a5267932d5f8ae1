/** Handing blocks from one running pipeline to another. */
@NullMarked
package io.millrace.pipeline.operator.exchange;

import org.jspecify.annotations.NullMarked;
