/**
 * The seam for scalar functions and what surrounds them. Key types: {@link ScalarFunction}, {@link BoundScalar}, {@link Functions}.
 * Implementations live in {@code functions}.
 */
@NullMarked
package io.millrace.expressions.function;

import org.jspecify.annotations.NullMarked;
