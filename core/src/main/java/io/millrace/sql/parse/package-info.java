/**
 * Tokens to syntax trees: a Pratt parser for expressions and one file per statement family.
 *
 * <p>Key types: {@link Parser} (the entry), {@link ParserOptions}, {@link StatementSplitter}. Called by the engine and the
 * client. Bad input gives a {@code DbException} with ClickHouse's text, never anything else.
 */
@NullMarked
package io.millrace.sql.parse;

import org.jspecify.annotations.NullMarked;
