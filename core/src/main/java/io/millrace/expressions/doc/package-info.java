/** What functions say about themselves. Key type: {@link FunctionDoc}. */
@NullMarked
package io.millrace.expressions.doc;

import org.jspecify.annotations.NullMarked;
