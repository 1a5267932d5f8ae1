/** Functions of arrays, with and without lambdas. */
@NullMarked
package io.millrace.functions.scalar.array;

import org.jspecify.annotations.NullMarked;
