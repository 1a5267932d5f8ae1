/** Bound expressions. Key types: {@link Expression}, {@link SetReference}. Immutable. */
@NullMarked
package io.millrace.expressions.tree;

import org.jspecify.annotations.NullMarked;
