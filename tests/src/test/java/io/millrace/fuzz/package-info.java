/**
 * Input that nobody meant: mutated statements and mutated rows. The answer may be any, the error may be any but an error of ours, and nothing hangs.
 */
@NullMarked
package io.millrace.fuzz;

import org.jspecify.annotations.NullMarked;
