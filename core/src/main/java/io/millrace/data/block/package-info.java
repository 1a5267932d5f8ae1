/** Blocks: what operators exchange. Key types: {@link Block}, {@link Header}. Immutable. */
@NullMarked
package io.millrace.data.block;

import org.jspecify.annotations.NullMarked;
