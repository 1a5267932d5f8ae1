package io.millrace.sql.ast;

/**
 * A statement together with what stood behind it. Immutable.
 *
 * @param end the byte offset in the text behind the statement (and its semicolon); for an INSERT with inline data, where the data begins
 */
public record ParsedStatement(Statement statement, Output output, int end) {}
