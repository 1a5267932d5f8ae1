package io.millrace.pipeline.operator.aggregate;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import java.util.Arrays;

/**
 * Groups by a single LowCardinality key: each code that occurs is looked up once per dictionary, rows then need one array read. Owned by one driver.
 */
final class CodeGroups {
    private final KeyEncoder encoder;
    private final KeyBatch batch = new KeyBatch();
    private Column known = new ByteColumn(new byte[0], 0);
    /** Group of each code of the known dictionary, -1 for codes that have not occurred. */
    private int[] groupOf = new int[0];

    CodeGroups(KeyEncoder encoder) {
        this.encoder = encoder;
    }

    /** Puts the group of each row into {@code ids}. */
    void number(DictionaryColumn keys, GroupTable table, int[] ids) {
        Column dictionary = keys.dictionary();
        if (dictionary != known) {
            known = dictionary;
            groupOf = new int[dictionary.rows()];
            Arrays.fill(groupOf, -1);
        }
        int[] codes = keys.codes();
        int rows = keys.rows();
        int[] unknown = new int[dictionary.rows()];
        int count = 0;
        for (int i = 0; i < rows; i++) {
            int code = codes[i];
            if (groupOf[code] == -1) {
                groupOf[code] = -2;
                unknown[count++] = code;
            }
        }
        if (count > 0) {
            encoder.encode(new Column[] {dictionary.gather(unknown, count)}, count, batch);
            int[] groups = new int[count];
            table.keys().insert(batch, groups);
            for (int i = 0; i < count; i++) {
                groupOf[unknown[i]] = groups[i];
            }
        }
        for (int i = 0; i < rows; i++) {
            ids[i] = groupOf[codes[i]];
        }
    }
}
