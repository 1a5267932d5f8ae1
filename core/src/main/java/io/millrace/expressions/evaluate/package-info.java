/**
 * Computing expressions over blocks. Key types: {@link ExpressionProgram} (values), {@link FilterProgram} (selections).
 */
@NullMarked
package io.millrace.expressions.evaluate;

import org.jspecify.annotations.NullMarked;
