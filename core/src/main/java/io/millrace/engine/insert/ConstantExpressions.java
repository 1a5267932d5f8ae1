package io.millrace.engine.insert;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.tree.Expression;
import io.millrace.formats.ExpressionEvaluator;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.Calls;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.sql.parse.Parser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Values like {@code now() - 1} in the data of an INSERT: finds where the expression ends, computes it, converts it to the column's type. */
record ConstantExpressions(AnalysisContext context) implements ExpressionEvaluator {
    @Override
    public Value evaluate(byte[] bytes, int from, int to, DataType type) {
        int end = end(bytes, from, to);
        String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        Expression bound = QueryAnalyzer.bindExpression(Parser.parseExpression(text), new Header(List.of()), context);
        Expression converted = new Calls(context.bind()).cast(bound, type);
        Block oneRow = new Block(new Header(List.of()), List.of(), 1);
        Column value = ExpressionProgram.compile(List.of(converted))
                .evaluate(oneRow, context.bind().evaluation())[0];
        return new Value(value instanceof ConstColumn constant ? constant.value() : value, end);
    }

    /** Position of the comma or bracket that ends the expression. */
    private static int end(byte[] bytes, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            switch (bytes[i]) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> {
                    if (depth-- == 0) {
                        return i;
                    }
                }
                case ',' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                case '\'', '"', '`' -> i = closingQuote(bytes, i, to);
                default -> {}
            }
        }
        throw new DbException(ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof");
    }

    private static int closingQuote(byte[] bytes, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (bytes[i] == '\\') {
                i++;
            } else if (bytes[i] == bytes[from]) {
                return i;
            }
        }
        throw new DbException(ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof");
    }
}
