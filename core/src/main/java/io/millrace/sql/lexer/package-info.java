/**
 * Text to tokens. Key types: {@link Lexer}, {@link Tokens}, {@link TokenKind}, {@link Dialect}. Used by {@code sql.parse}.
 *
 * <p>Works on UTF-8 bytes, so offsets are those a client sees, and reads only as far as the parser asks: the data behind an
 * INSERT is never looked at.
 */
@NullMarked
package io.millrace.sql.lexer;

import org.jspecify.annotations.NullMarked;
