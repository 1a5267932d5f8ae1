package io.millrace.postgres;

import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.Dialect;
import java.util.Set;

/** How CommandComplete calls a statement of the engine. */
final class CommandTags {
    private static final Set<String> FILLERS =
            Set.of("OR", "REPLACE", "TEMPORARY", "TEMP", "LOCAL", "GLOBAL", "UNIQUE", "LIGHTWEIGHT");

    private CommandTags() {}

    static String of(ParsedStatement parsed, String text, Dialect dialect, boolean rows) {
        if (parsed.statement() instanceof Statement.Explain) {
            return "EXPLAIN";
        }
        if (rows) {
            return "SELECT";
        }
        if (parsed.statement() instanceof Statement.Insert) {
            return "INSERT";
        }
        Words words = new Words(text, dialect);
        String verb = words.word();
        if (!Set.of("CREATE", "ALTER", "DROP", "ATTACH", "DETACH", "RENAME", "EXCHANGE")
                .contains(verb)) {
            return verb;
        }
        words.advance();
        while (FILLERS.contains(words.word())) {
            words.advance();
        }
        String object = words.word();
        if (object.equals("MATERIALIZED")) {
            return verb + " MATERIALIZED VIEW";
        }
        return verb + " " + (object.equals("USER") ? "ROLE" : object);
    }
}
