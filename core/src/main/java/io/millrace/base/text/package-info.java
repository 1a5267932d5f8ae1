/**
 * Text engines on bytes: LIKE patterns here, substring search in {@code search}, regular expressions in {@code regex}.
 *
 * <p>Everything works on {@code byte[] bytes, int from, int to} that should hold UTF-8 but may hold anything. Key type: {@link LikePattern}.
 */
@NullMarked
package io.millrace.base.text;

import org.jspecify.annotations.NullMarked;
