/**
 * Writes the index of one-file seams while a module is compiled.
 *
 * <p>Runs inside javac only and never reaches a running program, so it knows the annotations by name and depends on
 * nothing.
 */
@NullMarked
package io.millrace.build.index;

import org.jspecify.annotations.NullMarked;
