package io.millrace.sql.parse;

import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Statement.ExplainKind;
import io.millrace.sql.lexer.TokenKind;
import java.util.List;

/** What stands between EXPLAIN and the statement that is explained. */
record ExplainHead(ExplainKind kind, List<SettingChange> settings) {
    static ExplainHead take(Grammar grammar) {
        Cursor cursor = grammar.cursor;
        ExplainKind kind = ExplainKind.PLAN;
        for (ExplainKind candidate : ExplainKind.values()) {
            if (cursor.takeKeyword(candidate.sql())) {
                kind = candidate;
                break;
            }
        }
        boolean settings = cursor.kind() == TokenKind.BARE_WORD && cursor.kindAt(1) == TokenKind.EQUALS;
        return new ExplainHead(kind, settings ? List.copyOf(grammar.needSettings()) : List.of());
    }
}
