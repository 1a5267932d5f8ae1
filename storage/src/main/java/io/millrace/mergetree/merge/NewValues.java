package io.millrace.mergetree.merge;

import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.mergetree.write.ColumnFeed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * New values of some rows of one part, by the number of the row in the part. Filled by one thread, then only read.
 */
public final class NewValues {
    /** Nothing changes. */
    public static final NewValues NONE = new NewValues(Map.of(), 0);

    private static final int OLD = -1;

    private final Map<String, Collector> collectors = new HashMap<>();
    private final Map<String, Column> values = new HashMap<>();
    private final Map<String, DataType> types;

    /** By row of the part where its new values are, or {@link #OLD}. */
    private final int[] places;

    private int count;

    /**
     * @param types of the columns that change
     * @param partRows how many rows the part has
     */
    public NewValues(Map<String, DataType> types, long partRows) {
        this.types = Map.copyOf(types);
        this.places = new int[Math.toIntExact(partRows)];
        Arrays.fill(places, OLD);
        types.forEach((name, type) -> collectors.put(name, Collector.of(type, 1024)));
    }

    /** Notes that the next values are those of a row of the part. */
    public void addRow(long row) {
        places[Math.toIntExact(row)] = count++;
    }

    /** Appends values of a column, for as many rows as {@link #addRow} was called for. */
    public void addValues(String column, Column from, int begin, int end) {
        Objects.requireNonNull(collectors.get(column)).append(from, begin, end);
    }

    /** The feed of a column of the part: with the new values where there are any. */
    ColumnFeed over(String column, ColumnFeed stored, Supplier<ColumnFeed> rowNumbers) {
        Collector collector = collectors.get(column);
        if (collector == null) {
            return stored;
        }
        Column changed = values.computeIfAbsent(column, c -> collector.build());
        ColumnFeed numbers = rowNumbers.get();
        DataType type = Objects.requireNonNull(types.get(column));
        return rows -> mixed(stored.next(rows), changed, ((LongColumn) numbers.next(rows)).values(), rows, type);
    }

    private Column mixed(Column old, Column changed, long[] numbers, int rows, DataType type) {
        Collector out = Collector.of(type, rows);
        int from = 0;
        while (from < rows) {
            int place = places[(int) numbers[from]];
            int to = from + 1;
            while (to < rows && follows(place, to - from, places[(int) numbers[to]])) {
                to++;
            }
            if (place == OLD) {
                out.append(old, from, to);
            } else {
                out.append(changed, place, place + to - from);
            }
            from = to;
        }
        return out.build();
    }

    private static boolean follows(int first, int distance, int place) {
        return first == OLD ? place == OLD : place == first + distance;
    }
}
