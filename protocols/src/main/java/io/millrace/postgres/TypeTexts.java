package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.parse.ParserOptions;
import java.util.Optional;

/** Types by the names that statements give them: {@code int}, {@code pg_catalog.text[]}. */
final class TypeTexts {
    private TypeTexts() {}

    static Optional<WireType> wire(String written) {
        try {
            Expr cast =
                    Parser.parseExpression("NULL::" + written, ParserOptions.DEFAULT.withDialect(Dialect.POSTGRESQL));
            Optional<String> name =
                    cast instanceof Expr.FunctionCall call && call.arguments().size() == 2
                            ? TreeMapper.text(call.arguments().get(1))
                            : Optional.empty();
            return name.flatMap(TypeTexts::canonical);
        } catch (DbException e) {
            throw new PgError(SqlState.UNKNOWN_OBJECT, "type \"" + written + "\" does not exist");
        }
    }

    /** The type of a name as the parser writes it. */
    static Optional<WireType> canonical(String name) {
        boolean array = name.endsWith("[]");
        String element = array ? name.substring(0, name.length() - 2) : name;
        String plain = element.split("\\(")[0].replace("\"", "");
        return PgType.ofName(plain).filter(t -> t != PgType.UNKNOWN).map(t -> new WireType(t, array, -1));
    }
}
