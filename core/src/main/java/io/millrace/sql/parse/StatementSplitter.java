package io.millrace.sql.parse;

import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.TokenKind;
import io.millrace.sql.lexer.Tokens;
import java.util.Optional;

/**
 * Walks over the statements of a text as ClickHouse's client does: they end with semicolons; the data of INSERT .. VALUES ends
 * with a semicolon too, that of INSERT .. FORMAT with an empty line.
 *
 * <p>Not thread-safe.
 */
public final class StatementSplitter {
    private final byte[] text;
    private final ParserOptions options;
    private int at;

    public StatementSplitter(byte[] text, ParserOptions options) {
        this.text = text;
        this.options = options;
    }

    /**
     * One statement of the text.
     *
     * @param parsed its tree; offsets in it count from {@code start}
     * @param start the byte offset where its text begins
     * @param textEnd where its text ends, without semicolon and without inline data
     * @param dataStart where inline data begins; equals {@code dataEnd} when there is none
     * @param dataEnd where inline data ends
     */
    public record Piece(ParsedStatement parsed, int start, int textEnd, int dataStart, int dataEnd) {}

    /** The next statement, or empty at the end of the text. */
    public Optional<Piece> next() {
        Tokens tokens = new Tokens(text, at, text.length, false, options.dialect());
        int token = 0;
        while (tokens.kind(token) == TokenKind.SEMICOLON) {
            token++;
        }
        if (tokens.kind(token) == TokenKind.END) {
            at = text.length;
            return Optional.empty();
        }
        int start = tokens.start(token);
        ParsedStatement parsed = Parser.parseNext(text, start, text.length, false, options);
        int end = parsed.end();
        if (!Parser.isInlineData(parsed.statement())) {
            at = end;
            int textEnd = end > start && text[end - 1] == ';' ? end - 1 : end;
            return Optional.of(new Piece(parsed, start, textEnd, textEnd, textEnd));
        }
        Statement.FromData data = (Statement.FromData) ((Statement.Insert) parsed.statement()).source();
        boolean values = data.format().orElseThrow().equals("Values");
        int dataEnd =
                values ? InlineData.valuesEnd(text, end, text.length) : InlineData.formatEnd(text, end, text.length);
        at = values && dataEnd < text.length ? dataEnd + 1 : dataEnd;
        return Optional.of(new Piece(parsed, start, end, end, dataEnd));
    }
}
