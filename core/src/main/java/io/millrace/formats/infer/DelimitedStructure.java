package io.millrace.formats.infer;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.serde.TextCursor.Kind;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ReadSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Guesses the columns of TabSeparated and CSV. Not thread-safe; used once. */
final class DelimitedStructure {
    /** What stands in front of the rows. */
    enum Head {
        /** Nothing, or names: a first row of texts over rows that are not all texts. */
        DETECT,
        NAMES,
        NAMES_AND_TYPES
    }

    private record Field(String text, Kind kind) {}

    private final SchemaInference.Sample sample;
    private final FormatContext context;
    private final TextStyle style;
    private final Head head;
    private final byte delimiter;
    private final TextCursor in = new TextCursor();

    DelimitedStructure(SchemaInference.Sample sample, FormatContext context, TextStyle style, Head head) {
        this.sample = sample;
        this.context = context;
        this.style = style;
        this.head = head;
        this.delimiter = style == TextStyle.CSV ? context.text().csvDelimiter() : (byte) '\t';
        in.over(sample.bytes(), 0, sample.limit());
    }

    Header header() {
        skipByteOrderMark();
        skipLines();
        return switch (head) {
            case NAMES_AND_TYPES -> {
                List<String> names = texts(row());
                List<Header.Field> fields = new ArrayList<>();
                List<String> types = texts(row());
                checkWidth(names.size(), types.size());
                for (int i = 0; i < names.size(); i++) {
                    fields.add(new Header.Field(names.get(i), TypeParser.parse(types.get(i))));
                }
                yield new Header(fields);
            }
            case NAMES -> {
                List<String> names = texts(row());
                yield named(names, guesses(new ArrayList<>(), names.size()));
            }
            case DETECT -> detected();
        };
    }

    private void skipLines() {
        long lines = context.settings()
                .get(style == TextStyle.CSV ? ReadSettings.CSV_SKIP_LINES : ReadSettings.TSV_SKIP_LINES);
        for (long i = 0; i < lines && in.at < in.limit; i++) {
            while (in.at < in.limit && in.bytes[in.at] != '\n') {
                in.at++;
            }
            in.at++;
        }
    }

    private void skipByteOrderMark() {
        byte[] bytes = sample.bytes();
        if (sample.limit() >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            in.at = 3;
        }
    }

    private Header detected() {
        if (in.at >= in.limit) {
            throw SchemaInference.Sample.empty();
        }
        List<Field> first = row();
        List<DataType> firstTypes = first.stream().map(this::guess).toList();
        boolean mayBeNames = context.settings()
                        .get(
                                style == TextStyle.CSV
                                        ? FormatSettings.CSV_DETECT_HEADER
                                        : FormatSettings.TSV_DETECT_HEADER)
                && first.stream().noneMatch(f -> f.text().isEmpty())
                && firstTypes.stream().allMatch(Types.STRING::equals);
        if (mayBeNames && in.at < in.limit) {
            int start = in.at;
            List<DataType> second = row().stream().map(this::guess).toList();
            in.at = start;
            boolean others = second.stream().anyMatch(t -> !t.equals(Types.STRING) && !t.equals(InferredTypes.UNKNOWN));
            if (others && second.size() == first.size()) {
                return named(texts(first), guesses(new ArrayList<>(), first.size()));
            }
        }
        List<DataType> types = guesses(new ArrayList<>(firstTypes), first.size());
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= types.size(); i++) {
            names.add("c" + i);
        }
        return named(names, types);
    }

    private static Header named(List<String> names, List<DataType> guesses) {
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(new Header.Field(names.get(i), InferredTypes.column(guesses.get(i))));
        }
        return new Header(fields);
    }

    /** Adds the rows that follow to the guesses. */
    private List<DataType> guesses(List<DataType> types, int width) {
        int rowsBefore = types.isEmpty() ? 0 : 1;
        while (types.size() < width) {
            types.add(InferredTypes.UNKNOWN);
        }
        for (int rows = rowsBefore; rows < sample.maxRows() && in.at < in.limit; rows++) {
            List<Field> row;
            try {
                row = row();
            } catch (DbException e) {
                if (in.starved && !sample.whole()) {
                    break; // the sample ends inside of a row
                }
                throw e;
            }
            checkWidth(width, row.size());
            for (int i = 0; i < width; i++) {
                DataType guess = guess(row.get(i));
                types.set(i, InferredTypes.merge(types.get(i), guess, false).orElse(Types.STRING));
            }
        }
        return types;
    }

    private static void checkWidth(int expected, int found) {
        if (expected != found) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA, "Rows have different amount of values: " + expected + " and " + found);
        }
    }

    private DataType guess(Field field) {
        boolean csv = style == TextStyle.CSV;
        boolean looks =
                context.settings().get(csv ? InferenceSettings.CSV_BEST_EFFORT : InferenceSettings.TSV_BEST_EFFORT);
        if (!looks && field.kind() != Kind.NULL) {
            return Types.STRING;
        }
        return switch (field.kind()) {
            case NULL -> InferredTypes.UNKNOWN;
            case QUOTED ->
                LiteralGuess.container(field.text(), false)
                        .filter(DelimitedStructure::saysSomething)
                        .orElseGet(() -> TextGuess.quoted(field.text()));
            case BARE ->
                LiteralGuess.container(field.text(), !csv)
                        .filter(DelimitedStructure::saysSomething)
                        .orElseGet(() -> TextGuess.bare(csv ? field.text().strip() : field.text()));
        };
    }

    /** An empty array could be of anything: rather a text. */
    private static boolean saysSomething(DataType container) {
        return !(container instanceof DataType.ArrayType a && a.element().equals(InferredTypes.UNKNOWN))
                && !(container instanceof DataType.MapType m && m.value().equals(InferredTypes.UNKNOWN));
    }

    private static List<String> texts(List<Field> row) {
        return row.stream().map(Field::text).toList();
    }

    private List<Field> row() {
        List<Field> fields = new ArrayList<>();
        while (true) {
            in.next(style, context.text());
            String text = new String(in.token, in.from, in.to - in.from, StandardCharsets.UTF_8);
            Kind kind = in.kind;
            byte next = in.peek();
            boolean last = next != delimiter;
            if (last && kind == Kind.BARE && text.endsWith("\r")) {
                text = text.substring(0, text.length() - 1);
            }
            fields.add(new Field(text, kind));
            if (!last) {
                in.at++;
                continue;
            }
            if (next == '\r') {
                in.at++;
            }
            in.expect('\n');
            return fields;
        }
    }
}
