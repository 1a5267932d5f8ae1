/** Mathematical functions of doubles. Key types: {@link MathFunction}, {@link SpecialFunctions}. */
@NullMarked
package io.millrace.functions.scalar.math;

import org.jspecify.annotations.NullMarked;
