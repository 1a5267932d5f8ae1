package io.millrace.functions.scalar.json;

import io.millrace.data.type.DataType;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Base of simpleJSONExtractInt and simpleJSONExtractUInt. */
abstract class SimpleJsonNumber extends NumberFunction {
    SimpleJsonNumber(String name, DataType type) {
        super(name, "sk", type);
    }

    @Override
    protected long row(RowArguments in, int row) {
        int at = SimpleJson.find(in.text(0), in.text(1), row);
        if (at < 0) {
            return 0;
        }
        String text = SimpleJson.number(in.text(0).bytes(), at, in.text(0).to(row), false);
        boolean negative = text.startsWith("-");
        long value = 0;
        for (int i = negative ? 1 : 0; i < text.length() && text.charAt(i) != '-'; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return negative ? -value : value;
    }
}
