package io.millrace.pipeline.operator.aggregate;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.StringColumn;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import io.millrace.pipeline.spill.SpillFile;

/** How groups lie in files when memory is used up: chunks of their number, their keys and their states. */
final class SpilledGroups {
    private static final int CHUNK = 8192;

    private SpilledGroups() {}

    /** Writes all groups of a table. */
    static void write(GroupTable table, SpillFile.Writer file, ByteSink sink) {
        KeyBatch keys = new KeyBatch();
        for (int from = 0; from < table.size(); from += CHUNK) {
            int to = Math.min(table.size(), from + CHUNK);
            table.keys().keys(from, to, keys);
            sink.clear();
            sink.putVarint(to - from);
            for (long[] word : keys.words) {
                for (int i = 0; i < to - from; i++) {
                    sink.putLong(word[i]);
                }
            }
            if (keys.words.length == 0) {
                for (int i = 0; i < to - from; i++) {
                    sink.putVarint(keys.bytes.length(i));
                    sink.put(keys.bytes.bytes(), keys.bytes.offsets()[i], keys.bytes.length(i));
                }
            }
            for (int group = from; group < to; group++) {
                table.writeStates(group, sink);
            }
            file.write(sink);
        }
    }

    /** Merges the groups of a spilled partition into a table. */
    static void readMerge(ByteSource source, GroupTable target, int wordCount) {
        while (!source.atEnd()) {
            KeyBatch keys = new KeyBatch();
            int rows = source.getSize(CHUNK);
            keys.rows = rows;
            keys.words = new long[wordCount][rows];
            keys.hashes = new long[rows];
            for (long[] word : keys.words) {
                for (int i = 0; i < rows; i++) {
                    word[i] = source.getLong();
                }
            }
            if (wordCount == 0) {
                StringColumn.Builder bytes = new StringColumn.Builder(rows);
                for (int i = 0; i < rows; i++) {
                    int length = source.getSize(1 << 30);
                    int at = bytes.ensureBytes(length);
                    source.get(bytes.array(), at, length);
                    bytes.endRow(at + length);
                }
                keys.bytes = bytes.build();
                KeyEncoder.hashBytes(keys);
            } else {
                KeyEncoder.hashWords(keys);
            }
            target.readMerge(keys, source);
        }
    }
}
