package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Window;
import io.millrace.sql.ast.Window.Direction;
import io.millrace.sql.ast.Window.Frame;
import io.millrace.sql.ast.Window.FrameBound;
import io.millrace.sql.ast.Window.FrameUnit;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses window specifications. */
final class WindowParser {
    private final Grammar grammar;
    private final Cursor cursor;

    WindowParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** What stands behind OVER. */
    Window need() {
        if (cursor.kind() == TokenKind.OPENING_ROUND) {
            return specification();
        }
        return new Window.Named(grammar.literals.needIdentifier());
    }

    /** {@code name AS (..), name AS (..)}. */
    List<Window.Definition> definitions() {
        ArrayList<Window.Definition> list = new ArrayList<>();
        do {
            String name = grammar.literals.needIdentifier();
            cursor.needKeyword("AS");
            list.add(new Window.Definition(name, specification()));
        } while (cursor.take(TokenKind.COMMA));
        return list;
    }

    private Window.Specification specification() {
        cursor.need(TokenKind.OPENING_ROUND);
        Optional<String> base = atClause() ? Optional.empty() : grammar.literals.takeIdentifier();
        List<Expr> partitionBy = cursor.takeKeyword("PARTITION BY") ? grammar.expressions.elements() : List.of();
        List<OrderElement> orderBy = cursor.takeKeyword("ORDER BY") ? grammar.order.elements() : List.of();
        Optional<Frame> frame = frame();
        cursor.need(TokenKind.CLOSING_ROUND);
        return new Window.Specification(base, partitionBy, orderBy, frame);
    }

    private boolean atClause() {
        return cursor.looksAt("PARTITION BY")
                || cursor.looksAt("ORDER BY")
                || atFrame("ROWS")
                || atFrame("RANGE")
                || atFrame("GROUPS");
    }

    private boolean atFrame(String unit) {
        return cursor.looksAt(unit) && cursor.kindAt(1) != TokenKind.CLOSING_ROUND;
    }

    private Optional<Frame> frame() {
        FrameUnit unit;
        if (cursor.takeKeyword("ROWS")) {
            unit = FrameUnit.ROWS;
        } else if (cursor.takeKeyword("RANGE")) {
            unit = FrameUnit.RANGE;
        } else if (cursor.takeKeyword("GROUPS")) {
            unit = FrameUnit.GROUPS;
        } else {
            return Optional.empty();
        }
        if (!cursor.takeKeyword("BETWEEN")) {
            return Optional.of(new Frame(unit, bound(), new Window.CurrentRow()));
        }
        FrameBound start = bound();
        cursor.needKeyword("AND");
        return Optional.of(new Frame(unit, start, bound()));
    }

    private FrameBound bound() {
        if (cursor.takeKeyword("CURRENT ROW")) {
            return new Window.CurrentRow();
        }
        if (cursor.takeKeyword("UNBOUNDED")) {
            return new Window.Unbounded(direction());
        }
        Expr distance = grammar.expressions.expression();
        return new Window.Offset(distance, direction());
    }

    private Direction direction() {
        if (cursor.takeKeyword("PRECEDING")) {
            return Direction.PRECEDING;
        }
        cursor.needKeyword("FOLLOWING");
        return Direction.FOLLOWING;
    }
}
