/**
 * The syntax tree: what a statement says, before any name is resolved. Knows no types and no functions.
 *
 * <p>Key types: {@link Statement}, {@link Query}, {@link Expr}. All members are immutable records in sealed families, so a
 * switch over one needs no default. Two trees are equal when they say the same, wherever it stands in the text: a
 * {@link Position} takes no part in equality. Made by {@code sql.parse}, turned back into text by {@code sql.print}.
 */
@NullMarked
package io.millrace.sql.ast;

import org.jspecify.annotations.NullMarked;
