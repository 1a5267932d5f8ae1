package io.millrace.formats.infer;

import io.millrace.data.block.Header;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.formats.FormatContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Guesses the columns of TSKV: one for each key. Not thread-safe; used once. */
final class TskvStructure {
    private final SchemaInference.Sample sample;
    private final FormatContext context;
    private final TextCursor in = new TextCursor();
    private final Map<String, DataType> columns = new LinkedHashMap<>();

    TskvStructure(SchemaInference.Sample sample, FormatContext context) {
        this.sample = sample;
        this.context = context;
        in.over(sample.bytes(), 0, sample.limit());
    }

    Header header() {
        long rows = 0;
        while (rows < sample.maxRows() && in.at < in.limit) {
            in.next(TextStyle.ESCAPED, context.text());
            field(new String(in.token, in.from, in.to - in.from, StandardCharsets.UTF_8));
            rows += in.peek() == '\n' ? 1 : 0;
            in.at++;
        }
        if (columns.isEmpty()) {
            throw SchemaInference.Sample.empty();
        }
        List<Header.Field> fields = new ArrayList<>();
        columns.forEach((name, type) -> fields.add(new Header.Field(name, InferredTypes.column(type))));
        return new Header(fields);
    }

    private void field(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return;
        }
        String value = text.substring(equals + 1);
        DataType type = value.isEmpty()
                ? InferredTypes.UNKNOWN
                : LiteralGuess.container(value, false).orElseGet(() -> TextGuess.bare(value));
        columns.merge(
                text.substring(0, equals),
                type,
                (a, b) -> InferredTypes.merge(a, b, false).orElse(Types.STRING));
    }
}
