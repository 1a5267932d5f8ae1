/** Functions of tuples. */
@NullMarked
package io.millrace.functions.scalar.tuple;

import org.jspecify.annotations.NullMarked;
