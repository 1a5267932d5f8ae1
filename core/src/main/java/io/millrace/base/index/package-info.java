/**
 * The one-file seams: how a class becomes known by being annotated.
 *
 * <p>An interface carries {@link io.millrace.base.index.Seam}, a class that implements it carries {@link
 * io.millrace.base.index.Builtin} with its names, and a processor writes the list of such classes into the jar while it
 * is compiled. {@link io.millrace.base.index.BuiltinIndex} reads these lists and makes a class when it is first asked
 * for. Nothing is scanned at start and no central list is kept by hand. Any package may use this one; there are no locks
 * but one per listed class, held while it is made.
 */
@NullMarked
package io.millrace.base.index;

import org.jspecify.annotations.NullMarked;
