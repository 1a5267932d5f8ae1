package io.millrace.formats.infer;

import io.millrace.base.error.DbException;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guesses the type of SQL literals: numbers, quoted texts, and arrays, maps and tuples of them. Not thread-safe. */
final class LiteralGuess {
    private static final int MAX_DEPTH = 100;
    private static final TextOptions OPTIONS = TextOptions.defaults(TimeZone.utc());

    private final TextCursor in;
    private int depth;

    LiteralGuess(TextCursor in) {
        this.in = in;
    }

    /** The type of a text that is wholly a container, empty if it is something else. */
    static Optional<DataType> container(String text, boolean tuples) {
        if (text.length() < 2 || text.charAt(0) != '[' && text.charAt(0) != '{' && (!tuples || text.charAt(0) != '(')) {
            return Optional.empty();
        }
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        TextCursor cursor = new TextCursor().over(bytes, 0, bytes.length);
        try {
            Optional<DataType> type = new LiteralGuess(cursor).value();
            return cursor.at == bytes.length - 1 ? type : Optional.empty();
        } catch (DbException e) {
            return Optional.empty(); // no literal: a text that begins with a bracket
        }
    }

    /** Reads one value; empty if its elements have nothing in common. */
    Optional<DataType> value() {
        in.skipSpace();
        return switch (in.peek()) {
            case '[' -> elements('[', ']').flatMap(LiteralGuess::array);
            case '(' -> elements('(', ')').map(list -> new DataType.TupleType(list, List.of()));
            case '{' -> map();
            default -> Optional.of(scalar());
        };
    }

    private DataType scalar() {
        in.next(TextStyle.QUOTED, OPTIONS);
        String text = new String(in.token, in.from, in.to - in.from, StandardCharsets.UTF_8);
        return switch (in.kind) {
            case NULL -> InferredTypes.UNKNOWN;
            case QUOTED -> TextGuess.quoted(text);
            case BARE -> TextGuess.bare(text);
        };
    }

    /** The values between two brackets. */
    Optional<List<DataType>> elements(char open, char close) {
        if (++depth > MAX_DEPTH) {
            return Optional.empty();
        }
        in.expect(open);
        List<DataType> types = new ArrayList<>();
        boolean sound = true;
        in.skipSpace();
        while (in.peek() != close) {
            if (!types.isEmpty()) {
                in.expect(',');
            }
            Optional<DataType> type = value();
            sound &= type.isPresent();
            types.add(type.orElse(InferredTypes.UNKNOWN));
            in.skipSpace();
        }
        in.at++;
        depth--;
        return sound ? Optional.of(types) : Optional.empty();
    }

    private static Optional<DataType> array(List<DataType> elements) {
        return merged(elements)
                .filter(e -> elements.isEmpty() || !mixes(elements, e))
                .map(Types::array);
    }

    /** A text beside something that is none makes no array. */
    private static boolean mixes(List<DataType> elements, DataType merged) {
        return merged.equals(Types.STRING) && elements.stream().anyMatch(Types::isNumber);
    }

    private static Optional<DataType> merged(List<DataType> elements) {
        Optional<DataType> merged = Optional.of(InferredTypes.UNKNOWN);
        for (DataType element : elements) {
            merged = merged.flatMap(m -> InferredTypes.merge(m, element, false));
        }
        return merged;
    }

    private Optional<DataType> map() {
        if (++depth > MAX_DEPTH) {
            return Optional.empty();
        }
        in.expect('{');
        List<DataType> keys = new ArrayList<>();
        List<DataType> values = new ArrayList<>();
        in.skipSpace();
        while (in.peek() != '}') {
            if (!keys.isEmpty()) {
                in.expect(',');
                in.skipSpace();
            }
            keys.add(scalar());
            in.skipSpace();
            in.expect(':');
            Optional<DataType> value = value();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
            in.skipSpace();
        }
        in.at++;
        depth--;
        Optional<DataType> key = merged(keys);
        return key.flatMap(k ->
                merged(values).map(v -> new DataType.MapType(k.equals(Types.NOTHING) ? Types.STRING : k, v)));
    }
}
