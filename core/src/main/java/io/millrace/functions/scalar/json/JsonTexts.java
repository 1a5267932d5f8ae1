package io.millrace.functions.scalar.json;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;

/** Parts of documents as JSON texts. */
final class JsonTexts {
    private JsonTexts() {}

    static boolean raw(JsonDocument document, int node, ColumnBuilder out) {
        ByteSink sink = new ByteSink();
        document.appendJson(node, sink);
        ((StringColumn.Builder) out).append(sink.array(), 0, sink.size());
        return true;
    }

    static boolean name(JsonDocument document, int node, ColumnBuilder out) {
        ByteSink sink = new ByteSink();
        document.appendText(node, sink);
        ((StringColumn.Builder) out).append(sink.array(), 0, sink.size());
        return true;
    }
}
