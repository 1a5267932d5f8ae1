/** Operations on the bits of integers. Key types: {@link BitwiseFunction}, {@link BitPositions}. */
@NullMarked
package io.millrace.functions.scalar.bit;

import org.jspecify.annotations.NullMarked;
