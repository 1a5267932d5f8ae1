package io.millrace.formats.infer;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Guesses the columns of JSONEachRow: a column for each key, objects as named tuples. Not thread-safe; used once. */
final class JsonStructure {
    private static final int MAX_DEPTH = 100;

    private final SchemaInference.Sample sample;
    private final TextCursor in = new TextCursor();
    private final Map<String, DataType> columns = new LinkedHashMap<>();
    private int depth;

    JsonStructure(SchemaInference.Sample sample) {
        this.sample = sample;
        in.over(sample.bytes(), 0, sample.limit());
    }

    Header header() {
        int rows = 0;
        try {
            in.skipSpace();
            if (in.at < in.limit && in.bytes[in.at] == '[') {
                in.at++;
            }
            while (rows < SchemaInference.Sample.MAX_ROWS && moreRows()) {
                row();
                rows++;
            }
        } catch (DbException e) {
            if (!in.starved || sample.whole()) {
                throw e;
            }
        }
        if (columns.isEmpty()) {
            throw SchemaInference.Sample.empty();
        }
        List<Header.Field> fields = new ArrayList<>();
        columns.forEach((name, type) -> fields.add(new Header.Field(name, InferredTypes.column(type))));
        return new Header(fields);
    }

    private boolean moreRows() {
        in.skipSpace();
        while (in.at < in.limit && (in.bytes[in.at] == ',' || in.bytes[in.at] == ';')) {
            in.at++;
            in.skipSpace();
        }
        return in.at < in.limit && in.bytes[in.at] != ']';
    }

    private void row() {
        Map<String, DataType> row = object();
        row.forEach((name, type) -> columns.merge(name, type, (a, b) -> merged(name, a, b)));
    }

    private static DataType merged(String name, DataType a, DataType b) {
        return InferredTypes.merge(a, b, true)
                .orElseThrow(() -> new DbException(
                        ErrorCode.TYPE_MISMATCH,
                        "Automatically defined type " + InferredTypes.column(b).name() + " for column '" + name
                                + "' differs from type defined by previous rows: "
                                + InferredTypes.column(a).name()));
    }

    private Map<String, DataType> object() {
        enter();
        in.expect('{');
        Map<String, DataType> found = new LinkedHashMap<>();
        in.skipSpace();
        while (in.peek() != '}') {
            if (!found.isEmpty()) {
                in.expect(',');
                in.skipSpace();
            }
            if (in.peek() != '"') {
                throw in.expected('"');
            }
            String key = string();
            in.skipSpace();
            in.expect(':');
            found.put(key, value());
            in.skipSpace();
        }
        in.at++;
        depth--;
        return found;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new DbException(ErrorCode.TOO_DEEP_RECURSION, "JSON nested deeper than " + MAX_DEPTH);
        }
    }

    private String string() {
        in.jsonString();
        return new String(in.token, in.from, in.to - in.from, StandardCharsets.UTF_8);
    }

    private DataType value() {
        in.skipSpace();
        return switch (in.peek()) {
            case '"' -> TextGuess.quoted(string());
            case '{' -> {
                Map<String, DataType> fields = object();
                yield new DataType.TupleType(List.copyOf(fields.values()), List.copyOf(fields.keySet()));
            }
            case '[' -> array();
            default -> word();
        };
    }

    private DataType word() {
        int start = in.at;
        in.skipJson();
        String text = new String(in.bytes, start, in.at - start, StandardCharsets.UTF_8);
        return switch (text) {
            case "null" -> InferredTypes.UNKNOWN;
            case "true", "false" -> Types.BOOL;
            default -> TextGuess.number(text).orElseGet(() -> exponent(text));
        };
    }

    private DataType exponent(String text) {
        boolean number = text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
        if (!number) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Cannot parse JSON value: " + text);
        }
        return Types.FLOAT64;
    }

    /** An array, or a tuple if the elements have no type in common. */
    private DataType array() {
        enter();
        in.expect('[');
        List<DataType> elements = new ArrayList<>();
        in.skipSpace();
        while (in.peek() != ']') {
            if (!elements.isEmpty()) {
                in.expect(',');
            }
            elements.add(value());
            in.skipSpace();
        }
        in.at++;
        depth--;
        Optional<DataType> common = Optional.of(InferredTypes.UNKNOWN);
        for (DataType element : elements) {
            common = common.flatMap(c -> InferredTypes.merge(c, element, true));
        }
        return common.<DataType>map(Types::array).orElseGet(() -> new DataType.TupleType(elements, List.of()));
    }
}
