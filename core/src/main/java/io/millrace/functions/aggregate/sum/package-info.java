/** Counting and adding up: count, sum, avg and their relatives. */
@NullMarked
package io.millrace.functions.aggregate.sum;

import org.jspecify.annotations.NullMarked;
