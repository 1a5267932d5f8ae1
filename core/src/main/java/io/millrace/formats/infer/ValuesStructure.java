package io.millrace.formats.infer;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.List;

/** Guesses the columns of Values: literals in brackets. Not thread-safe; used once. */
final class ValuesStructure {
    private final SchemaInference.Sample sample;
    private final TextCursor in = new TextCursor();

    ValuesStructure(SchemaInference.Sample sample) {
        this.sample = sample;
        in.over(sample.bytes(), 0, sample.limit());
    }

    Header header() {
        List<DataType> types = new ArrayList<>();
        try {
            for (int rows = 0; rows < sample.maxRows() && moreRows(); rows++) {
                List<DataType> row = new LiteralGuess(in)
                        .elements('(', ')')
                        .orElseThrow(() -> new DbException(ErrorCode.INCORRECT_DATA, "Cannot tell the types of a row"));
                if (types.isEmpty()) {
                    types.addAll(row);
                } else if (types.size() != row.size()) {
                    throw new DbException(ErrorCode.INCORRECT_DATA, "Rows have different amount of values");
                }
                for (int i = 0; i < row.size(); i++) {
                    types.set(
                            i,
                            InferredTypes.merge(types.get(i), row.get(i), false).orElse(Types.STRING));
                }
            }
        } catch (DbException e) {
            if (!in.starved || sample.whole()) {
                throw e;
            }
        }
        if (types.isEmpty()) {
            throw SchemaInference.Sample.empty();
        }
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            fields.add(new Header.Field("c" + (i + 1), InferredTypes.column(types.get(i))));
        }
        return new Header(fields);
    }

    private boolean moreRows() {
        in.skipSpace();
        while (in.at < in.limit && (in.bytes[in.at] == ',' || in.bytes[in.at] == ';')) {
            in.at++;
            in.skipSpace();
        }
        return in.at < in.limit;
    }
}
