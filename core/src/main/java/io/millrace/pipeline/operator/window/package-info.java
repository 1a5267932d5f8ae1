/** Window functions over sorted input. */
@NullMarked
package io.millrace.pipeline.operator.window;

import org.jspecify.annotations.NullMarked;
