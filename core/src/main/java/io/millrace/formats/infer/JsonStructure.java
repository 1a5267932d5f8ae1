package io.millrace.formats.infer;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.serde.JsonTokens;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.formats.FormatContext;
import io.millrace.formats.json.JsonSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Guesses the columns of JSON: of rows that are objects or lists, of lists per column; objects inside are named tuples. Not thread-safe; used once. */
final class JsonStructure {
    private static final int MAX_DEPTH = 100;

    private final SchemaInference.Sample sample;
    private final TextCursor in = new TextCursor();
    private final Map<String, DataType> columns = new LinkedHashMap<>();
    private final FormatContext context;
    private int depth;

    JsonStructure(SchemaInference.Sample sample, FormatContext context) {
        this.sample = sample;
        this.context = context;
        in.over(sample.bytes(), 0, sample.limit());
    }

    /** Of objects one after the other, or in an array. */
    Header rows() {
        return guessed(() -> {
            in.skipSpace();
            if (in.at < in.limit && in.bytes[in.at] == '[') {
                in.at++;
            }
            for (int i = 0; i < sample.maxRows() && moreRows(']'); i++) {
                row();
            }
        });
    }

    /** Of objects in an object. */
    Header objects() {
        Header found = guessed(() -> {
            in.skipSpace();
            in.expect('{');
            for (int i = 0; i < sample.maxRows() && moreRows('}'); i++) {
                string();
                in.skipSpace();
                in.expect(':');
                in.skipSpace();
                row();
            }
        });
        String name = context.settings().get(JsonSettings.OBJECT_NAME);
        if (name.isEmpty()) {
            return found;
        }
        List<Header.Field> fields = new ArrayList<>();
        fields.add(new Header.Field(name, Types.STRING));
        fields.addAll(found.fields());
        return new Header(fields);
    }

    /** Of lists, behind so many lists of names and types. */
    Header lists(int heads) {
        List<String> names = new ArrayList<>();
        in.skipSpace();
        if (heads > 0) {
            names.addAll(texts());
            in.skipSpace();
        }
        if (heads > 1) {
            List<String> types = texts();
            List<Header.Field> fields = new ArrayList<>();
            for (int i = 0; i < Math.min(names.size(), types.size()); i++) {
                fields.add(new Header.Field(names.get(i), TypeParser.parse(types.get(i))));
            }
            return new Header(fields);
        }
        names.forEach(name -> columns.put(name, InferredTypes.UNKNOWN));
        return guessed(() -> {
            for (int i = 0; i < sample.maxRows() && moreRows(']'); i++) {
                List<DataType> values = values();
                for (int c = 0; c < values.size(); c++) {
                    add(c < names.size() ? names.get(c) : "c" + (c + 1), values.get(c));
                }
            }
        });
    }

    /** Of a list per column. */
    Header columns(boolean named) {
        return guessed(() -> {
            in.skipSpace();
            in.expect(named ? '{' : '[');
            for (int i = 1; moreRows(named ? '}' : ']'); i++) {
                String name = "c" + i;
                if (named) {
                    name = string();
                    in.skipSpace();
                    in.expect(':');
                    in.skipSpace();
                }
                columns.put(name, InferredTypes.UNKNOWN);
                for (DataType value : values()) {
                    add(name, value);
                }
            }
        });
    }

    /** Of a document that names its columns itself. */
    Header metadata() {
        List<Header.Field> fields = new ArrayList<>();
        in.skipSpace();
        in.expect('{');
        in.skipSpace();
        while (in.peek() != '}') {
            String key = string();
            in.skipSpace();
            in.expect(':');
            in.skipSpace();
            if (!key.equals("meta")) {
                JsonTokens.skip(in);
            } else {
                in.expect('[');
                while (moreRows(']')) {
                    fields.add(field());
                }
                return new Header(fields);
            }
            in.skipSpace();
            if (in.peek() == ',') {
                in.at++;
                in.skipSpace();
            }
        }
        throw new DbException(ErrorCode.INCORRECT_DATA, "There is no \"meta\" in the document");
    }

    private Header.Field field() {
        in.expect('{');
        String name = "";
        String type = "";
        while (moreRows('}')) {
            String key = string();
            in.skipSpace();
            in.expect(':');
            in.skipSpace();
            switch (key) {
                case "name" -> name = string();
                case "type" -> type = string();
                default -> JsonTokens.skip(in);
            }
        }
        in.expect('}');
        return new Header.Field(name, TypeParser.parse(type));
    }

    private List<String> texts() {
        in.expect('[');
        List<String> texts = new ArrayList<>();
        while (moreRows(']')) {
            texts.add(string());
        }
        in.expect(']');
        return texts;
    }

    private Header guessed(Runnable reading) {
        try {
            reading.run();
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

    private boolean moreRows(char close) {
        in.skipSpace();
        while (in.at < in.limit && (in.bytes[in.at] == ',' || in.bytes[in.at] == ';')) {
            in.at++;
            in.skipSpace();
        }
        return in.at < in.limit && in.bytes[in.at] != close;
    }

    private void row() {
        Map<String, DataType> row = object();
        row.forEach(this::add);
    }

    private void add(String column, DataType type) {
        columns.merge(column, type, (a, b) -> merged(column, a, b));
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
        if (in.peek() != '"') {
            throw in.expected('"');
        }
        JsonTokens.string(in);
        return new String(in.token, in.from, in.to - in.from, StandardCharsets.UTF_8);
    }

    private DataType value() {
        in.skipSpace();
        return switch (in.peek()) {
            case '"' -> {
                String text = string();
                boolean numbers = context.settings().get(InferenceSettings.JSON_NUMBERS) && !text.isEmpty();
                yield numbers ? TextGuess.number(text).orElseGet(() -> TextGuess.quoted(text)) : TextGuess.quoted(text);
            }
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
        JsonTokens.skip(in);
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

    /** The types of an array's elements. */
    private List<DataType> values() {
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
        return elements;
    }

    /** An array, or a tuple if the elements have no type in common. */
    private DataType array() {
        List<DataType> elements = values();
        Optional<DataType> common = Optional.of(InferredTypes.UNKNOWN);
        for (DataType element : elements) {
            common = common.flatMap(c -> InferredTypes.merge(c, element, true));
        }
        return common.<DataType>map(Types::array).orElseGet(() -> new DataType.TupleType(elements, List.of()));
    }
}
