/**
 * Every statement but SELECT and INSERT, one handler per family. Key types: {@link Statements}, {@link StatementAnswer}.
 */
@NullMarked
package io.millrace.engine.statement;

import org.jspecify.annotations.NullMarked;
