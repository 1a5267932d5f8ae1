package io.millrace.postgres;

import io.millrace.base.error.DbException;
import java.util.Optional;

/** Errors of the engine in PostgreSQL's words, for which tools look; the engine's own text follows, because it says more. */
final class ErrorWords {
    private ErrorWords() {}

    /** What clients are told. */
    static String of(DbException e, String database) {
        String text = e.getMessage();
        Optional<String> words = words(e, text, database).filter(w -> !text.startsWith(w));
        return words.map(w -> w + ": " + text).orElse(text);
    }

    private static Optional<String> words(DbException e, String text, String database) {
        return switch (e.code().name()) {
            case "UNKNOWN_TABLE", "TABLE_IS_DROPPED" ->
                after(text, "Table ")
                        .map(name -> "relation \"" + local(name, database) + "\" does not exist")
                        .or(() -> missing("relation", text, database));
            case "UNKNOWN_IDENTIFIER", "THERE_IS_NO_COLUMN", "NO_SUCH_COLUMN_IN_TABLE", "NOT_FOUND_COLUMN_IN_BLOCK" ->
                after(text, "No such column ")
                        .map(name -> "column \"" + name + "\" does not exist")
                        .or(() -> missing("column", text, database));
            case "UNKNOWN_DATABASE" -> after(text, "Database ").map(name -> "schema \"" + name + "\" does not exist");
            case "UNKNOWN_TYPE" -> missing("type", text, database);
            case "UNKNOWN_SETTING" ->
                after(text, "Setting ").map(name -> "unrecognized configuration parameter \"" + name + "\"");
            case "UNKNOWN_FUNCTION", "UNKNOWN_AGGREGATE_FUNCTION" ->
                quoted(text).map(name -> "function " + name + " does not exist");
            case "TABLE_ALREADY_EXISTS" ->
                after(text, "Table ").map(name -> "relation \"" + local(name, database) + "\" already exists");
            case "DATABASE_ALREADY_EXISTS" ->
                after(text, "Database ").map(name -> "database \"" + name + "\" already exists");
            case "ILLEGAL_DIVISION" -> Optional.of("division by zero");
            case "ACCESS_DENIED" -> Optional.of(denied(text, database));
            case "READONLY" -> Optional.of("cannot execute the statement in a read-only transaction");
            case "SYNTAX_ERROR" -> syntax(text);
            default -> Optional.empty();
        };
    }

    private static Optional<String> missing(String kind, String text, String database) {
        return quoted(text).map(name -> kind + " \"" + local(name, database) + "\" does not exist");
    }

    /** The first name in quotes of either kind. */
    private static Optional<String> quoted(String text) {
        int back = text.indexOf('`');
        int single = text.indexOf('\'');
        int begin = back < 0 ? single : single < 0 ? back : Math.min(back, single);
        int end = begin < 0 ? -1 : text.indexOf(text.charAt(begin), begin + 1);
        return end < 0 ? Optional.empty() : Optional.of(text.substring(begin + 1, end));
    }

    /** The word behind another one. */
    private static Optional<String> after(String text, String word) {
        int begin = text.indexOf(word);
        if (begin < 0) {
            return Optional.empty();
        }
        int from = begin + word.length();
        int end = text.indexOf(' ', from);
        return Optional.of(text.substring(from, end < 0 ? text.length() : end).replace("`", ""));
    }

    /** A name without the current database. */
    private static String local(String name, String database) {
        return name.startsWith(database + ".") ? name.substring(database.length() + 1) : name;
    }

    private static String denied(String text, String database) {
        int on = text.lastIndexOf(" ON ");
        if (on < 0) {
            return "permission denied";
        }
        String object = text.substring(on + " ON ".length()).replace("`", "").strip();
        String name = object.endsWith(".") ? object.substring(0, object.length() - 1) : object;
        return "permission denied for table " + local(name, database);
    }

    /** {@code failed at position 8 (selec): ...}. */
    private static Optional<String> syntax(String text) {
        int position = text.indexOf("failed at position ");
        int open = position < 0 ? -1 : text.indexOf('(', position);
        int close = open < 0 ? -1 : text.indexOf("): ", open);
        if (close < 0) {
            return Optional.empty();
        }
        String token = text.substring(open + 1, close);
        return Optional.of(
                token.equals("end of query")
                        ? "syntax error at end of input"
                        : "syntax error at or near \"" + token + "\"");
    }
}
