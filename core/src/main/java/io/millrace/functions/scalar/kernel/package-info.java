/**
 * What the scalar functions of all topics share: numbers of any column as arrays of a wider type, and back. Key types: {@link Widening}, {@link Narrowing},
 * {@link Numbers}, {@link Signature}. Only for {@code functions.scalar}.
 */
@NullMarked
package io.millrace.functions.scalar.kernel;

import org.jspecify.annotations.NullMarked;
