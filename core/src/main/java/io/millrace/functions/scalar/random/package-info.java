/** Functions that give random values. */
@NullMarked
package io.millrace.functions.scalar.random;

import org.jspecify.annotations.NullMarked;
