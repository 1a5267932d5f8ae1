package io.millrace.postgres;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.parse.ParserOptions;
import java.nio.charset.StandardCharsets;

/** The arguments of EXECUTE: literals, with a sign or a cast. */
final class Arguments {
    private Arguments() {}

    static ParameterValue value(String text, Command.Parameter parameter, Client client) {
        Expr expr = Parser.parseExpression(text, ParserOptions.DEFAULT.withDialect(client.dialect()));
        while (expr instanceof Expr.FunctionCall call && call.name().equalsIgnoreCase("CAST")) {
            expr = call.arguments().getFirst();
        }
        if (!(expr instanceof Expr.Literal literal)) {
            throw new PgError(SqlState.NOT_SUPPORTED, "EXECUTE takes literals, not expressions: " + text);
        }
        return switch (literal.value()) {
            case LiteralValue.NullValue n -> ParameterValue.ofNull(parameter);
            case LiteralValue.StringValue s -> read(s.bytes(), parameter, client);
            case LiteralValue.BoolValue b -> read(bytes(String.valueOf(b.value())), parameter, client);
            case LiteralValue.IntegerValue i -> read(bytes(i.value().toString()), parameter, client);
            case LiteralValue.FloatValue f -> read(bytes(String.valueOf(f.value())), parameter, client);
            default -> throw new PgError(SqlState.NOT_SUPPORTED, "EXECUTE takes plain literals, not " + text);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ParameterValue read(byte[] bytes, Command.Parameter parameter, Client client) {
        return ParameterValue.read(parameter, 0, bytes, 0, bytes.length, client.wireOptions());
    }
}
