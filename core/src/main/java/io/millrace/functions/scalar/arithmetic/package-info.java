/**
 * Arithmetic: {@code + - * /}, division of integers, remainders, and the same on dates, intervals and tuples. Key types: {@link BinaryArithmetic},
 * {@link Loops}, {@link DecimalArithmetic}.
 */
@NullMarked
package io.millrace.functions.scalar.arithmetic;

import org.jspecify.annotations.NullMarked;
