package io.millrace.base.error;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The one exception type of the server: what went wrong, as a ClickHouse error code and a text for an administrator.
 *
 * <p>Upper layers add context with {@link #during} instead of wrapping. Not thread-safe; owned by the thread that throws.
 */
public final class DbException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MOST_CHARACTERS = 16_384;

    private final ErrorCode code;
    private final ArrayList<String> context = new ArrayList<>();

    public DbException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public DbException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(shortened(message), cause, false, code == ErrorCode.LOGICAL_ERROR);
        this.code = code;
    }

    /** Nobody reads an identifier of megabytes in an error. */
    private static String shortened(String message) {
        return message.length() <= MOST_CHARACTERS
                ? message
                : message.substring(0, MOST_CHARACTERS) + "... (" + (message.length() - MOST_CHARACTERS)
                        + " characters more)";
    }

    /** A bug of ours, not of the user: carries a stack trace. */
    public static DbException bug(String message) {
        return new DbException(ErrorCode.LOGICAL_ERROR, message);
    }

    /**
     * Any failure as a user should see it: what is known stays as it is, exhausted memory and stacks become errors of the query that met them, everything else
     * is a bug.
     */
    public static DbException of(Throwable failure) {
        return switch (failure) {
            case DbException known -> known;
            case CompletionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            case ExecutionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            case StackOverflowError deep ->
                new DbException(ErrorCode.TOO_DEEP_RECURSION, "Stack size too large: the query is nested too deep");
            case OutOfMemoryError full ->
                new DbException(
                        ErrorCode.MEMORY_LIMIT_EXCEEDED,
                        "Memory limit (total) exceeded: the server has no memory left for this query ("
                                + full.getMessage()
                                + "). Limit its memory with max_memory_usage, or give the server more",
                        full);
            default -> new DbException(ErrorCode.LOGICAL_ERROR, "Unexpected error: " + failure, failure);
        };
    }

    public ErrorCode code() {
        return code;
    }

    /** Adds where it happened, for example "While reading column x of part y"; returns this for {@code throw e.during(..)}. */
    public DbException during(String where) {
        context.add(where);
        return this;
    }

    /** The contexts added so far, innermost first. */
    public List<String> context() {
        return List.copyOf(context);
    }

    @Override
    public String getMessage() {
        String message = String.valueOf(super.getMessage());
        return context.isEmpty() ? message : message + ": " + String.join(": ", context);
    }

    /** The text ClickHouse sends to clients: {@code Code: 62. DB::Exception: text. (SYNTAX_ERROR) (version ..)}. */
    public String display(String version) {
        String message = getMessage();
        String stop = message.endsWith(".") ? " " : ". ";
        return "Code: " + code.number() + ". DB::Exception: " + message + stop + "(" + code + ") (version " + version
                + ")";
    }
}
