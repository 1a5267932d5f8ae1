package io.millrace.mergetree.insert;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.commit.PartStore;
import io.millrace.mergetree.merge.GroupedRows;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartName;
import io.millrace.mergetree.partition.PartitionId;
import io.millrace.mergetree.stream.DefaultValues;
import io.millrace.mergetree.structure.TableStructure;
import io.millrace.mergetree.write.ColumnFeed;
import io.millrace.mergetree.write.ColumnPlan;
import io.millrace.mergetree.write.PartPlan;
import io.millrace.mergetree.write.PartWriter;
import io.millrace.mergetree.write.SortPermutation;
import io.millrace.mergetree.write.WriteProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes collected rows as one part per partition. Partition and order are one permutation of row numbers, which is applied to each column only while it is
 * written. Not thread-safe.
 */
final class BatchWriter {
    /** ClickHouse's {@code max_partitions_per_insert_block}. */
    private static final int MAX_PARTITIONS = 100;
    /** From which the share of defaults of a column is estimated. */
    private static final int SAMPLED_ROWS = 8192;

    private final TableStructure structure;
    private final PartStore store;
    private final MergeMode mode;
    private final List<ColumnPlan> columns;
    private final WriteProfile profile;
    private final EvaluationContext context;
    private final ExpressionProgram partitionProgram;
    private final ExpressionProgram keyProgram;
    private Optional<Path> halfWritten = Optional.empty();

    BatchWriter(
            TableStructure structure,
            PartStore store,
            MergeMode mode,
            List<ColumnPlan> columns,
            WriteProfile profile,
            EvaluationContext context) {
        this.structure = structure;
        this.store = store;
        this.mode = mode;
        this.columns = columns;
        this.profile = profile;
        this.context = context;
        this.partitionProgram = ExpressionProgram.compile(structure.partition().expressions());
        this.keyProgram = ExpressionProgram.compile(structure.sortKey());
    }

    /** A part that was begun when something went wrong. */
    void discardHalfWritten() {
        halfWritten.ifPresent(structure.services().files()::deleteTree);
        halfWritten = Optional.empty();
    }

    List<Part> write(RowCollector rows) {
        TreeSet<Integer> needed =
                new TreeSet<>(structure.partition().minMaxColumns().values());
        structure.sortKey().forEach(k -> needed.addAll(ExpressionProgram.inputsOf(k)));
        if (mode instanceof MergeMode.Replacing replacing) {
            replacing.version().ifPresent(needed::add);
        }
        Block keys = rows.withColumns(needed);
        List<Column> partitionValues = plain(partitionProgram.evaluate(keys, context));
        List<Column> sortValues = plain(keyProgram.evaluate(keys, context));
        List<Part> parts = new ArrayList<>();
        try {
            for (Map.Entry<String, int[]> partition :
                    cut(partitionValues, rows.rows()).entrySet()) {
                context.cancellation().check();
                parts.add(write(rows, keys, partition.getKey(), partition.getValue(), partitionValues, sortValues));
            }
        } catch (RuntimeException | Error e) {
            discardHalfWritten();
            parts.forEach(p -> structure.services().files().deleteTree(p.directory()));
            throw e;
        }
        return parts;
    }

    private static List<Column> plain(Column[] columns) {
        return Arrays.stream(columns).map(Column::plain).toList();
    }

    /** Row numbers by partition. */
    private Map<String, int[]> cut(List<Column> values, int rows) {
        List<DataType> types = structure.partition().types();
        if (types.isEmpty()) {
            return Map.of(PartitionId.ALL, identity(rows));
        }
        List<ValueOrder> orders =
                structure.partition().storedTypes().stream().map(ValueOrder::of).toList();
        Map<String, Rows> byId = new LinkedHashMap<>();
        Rows last = new Rows();
        for (int row = 0; row < rows; row++) {
            if (row == 0 || differs(orders, values, row)) {
                String id = PartitionId.of(types, values, row);
                last = byId.computeIfAbsent(id, i -> new Rows());
                if (byId.size() > MAX_PARTITIONS) {
                    throw new DbException(
                            ErrorCode.TOO_MANY_PARTS,
                            "Too many partitions for single INSERT block (more than " + MAX_PARTITIONS
                                    + "). The limit is controlled by 'max_partitions_per_insert_block' setting. Large number of"
                                    + " partitions is a common misconception. Partitions are not intended to speed up SELECT"
                                    + " queries (ORDER BY key is sufficient to make range queries fast). Partitions are"
                                    + " intended for data manipulation (DROP PARTITION, etc)");
                }
            }
            last.add(row);
        }
        Map<String, int[]> result = new LinkedHashMap<>();
        byId.forEach((id, list) -> result.put(id, list.toArray()));
        return result;
    }

    private static boolean differs(List<ValueOrder> orders, List<Column> values, int row) {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).compare(values.get(i), row, values.get(i), row - 1, 1) != 0) {
                return true;
            }
        }
        return false;
    }

    private static int[] identity(int rows) {
        int[] result = new int[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = i;
        }
        return result;
    }

    /** A growing list of row numbers. */
    private static final class Rows {
        private int[] rows = new int[64];
        private int size;

        void add(int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
            }
            rows[size++] = row;
        }

        int[] toArray() {
            return Arrays.copyOf(rows, size);
        }
    }

    private Part write(
            RowCollector rows,
            Block keys,
            String partitionId,
            int[] positions,
            List<Column> partitionValues,
            List<Column> sortValues) {
        List<DataType> sortTypes = TableStructure.keyTypes(structure.sortKey());
        SortPermutation sort = new SortPermutation(sortTypes, sortValues, context.cancellation());
        sort.sort(positions);
        Optional<GroupedRows> grouped =
                mode.isOrdinary() ? Optional.empty() : Optional.of(GroupedRows.of(mode, sort, positions, keys));
        int[] result = grouped.map(GroupedRows::first).orElse(positions);
        long bytes = rows.rows() == 0 ? 0 : (long) ((double) rows.bytes() * result.length / rows.rows());
        int granuleRows = profile.granuleRows(result.length, bytes);
        List<DataType> keyTypes = TableStructure.keyTypes(structure.primaryKey());
        Map<String, Column> minMax = new HashMap<>();
        structure.partition().minMaxColumns().forEach((name, index) -> {
            DataType type = Objects.requireNonNull(structure.minMaxTypes().get(name));
            minMax.put(name, range(type, keys.column(index).plain(), positions));
        });
        PartPlan plan = new PartPlan(
                PartName.inserted(partitionId, 0, 0),
                columns,
                result.length,
                bytes,
                defaults(rows, result),
                granuleRows,
                keyTypes,
                granuleKeys(sortValues.subList(0, keyTypes.size()), result, granuleRows),
                structure.partition().storedTypes(),
                partitionValues.stream()
                        .map(v -> v.gather(new int[] {positions[0]}, 1))
                        .toList(),
                minMax,
                structure.minMaxTypes());
        Path directory = store.directory().resolve(store.temporaryName("insert"));
        halfWritten = Optional.of(directory);
        boolean inOrder = result.length == rows.rows() && isIdentity(result);
        Part part = PartWriter.write(
                structure.services().files(),
                directory,
                plan,
                profile,
                i -> feed(rows.column(i), columns.get(i).type(), grouped, result, inOrder));
        halfWritten = Optional.empty();
        return part;
    }

    /** Estimated from some rows, as ClickHouse does. */
    private Map<String, Double> defaults(RowCollector rows, int[] positions) {
        int step = Math.max(1, positions.length / SAMPLED_ROWS);
        int count = (positions.length + step - 1) / step;
        int[] sample = new int[count];
        for (int i = 0; i < count; i++) {
            sample[i] = positions[i * step];
        }
        Arrays.sort(sample);
        Map<String, Double> shares = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (DefaultValues.mayBeSparse(columns.get(i).type())) {
                shares.put(columns.get(i).name(), rows.defaults(i, sample) / (double) count);
            }
        }
        return shares;
    }

    private ColumnFeed feed(
            Column column, DataType type, Optional<GroupedRows> grouped, int[] positions, boolean inOrder) {
        if (grouped.isPresent() && mode.combines()) {
            return untilCancelled(new Slices(grouped.get().combine(column, type, structure.services())));
        }
        return untilCancelled(inOrder ? new Slices(column) : new Gathered(column, positions));
    }

    /** A part may take long to write: the stop signal is looked at for each granule. */
    private ColumnFeed untilCancelled(ColumnFeed feed) {
        return rows -> {
            context.cancellation().check();
            return feed.next(rows);
        };
    }

    private static boolean isIdentity(int[] positions) {
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] != i) {
                return false;
            }
        }
        return true;
    }

    /** Rows that lie in order already. */
    private static final class Slices implements ColumnFeed {
        private final Column column;
        private int position;

        Slices(Column column) {
            this.column = column;
        }

        @Override
        public Column next(int rows) {
            position += rows;
            return column.slice(position - rows, position);
        }
    }

    /** Rows brought into order granule by granule. */
    private static final class Gathered implements ColumnFeed {
        private final Column column;
        private final int[] positions;
        private int position;

        Gathered(Column column, int[] positions) {
            this.column = column;
            this.positions = positions;
        }

        @Override
        public Column next(int rows) {
            int[] next = Arrays.copyOfRange(positions, position, position + rows);
            position += rows;
            return column.gather(next, rows);
        }
    }

    private static List<Column> granuleKeys(List<Column> keys, int[] positions, int granuleRows) {
        int granules = (positions.length + granuleRows - 1) / granuleRows;
        int[] chosen = new int[granules + 1];
        for (int i = 0; i < granules; i++) {
            chosen[i] = positions[i * granuleRows];
        }
        chosen[granules] = positions[positions.length - 1];
        return keys.stream().map(k -> k.gather(chosen, chosen.length)).toList();
    }

    private static Column range(DataType type, Column values, int[] positions) {
        ValueOrder order = ValueOrder.of(type);
        int least = positions[0];
        int greatest = positions[0];
        for (int row : positions) {
            if (order.compare(values, row, values, least, 1) < 0) {
                least = row;
            }
            if (order.compare(values, row, values, greatest, 1) > 0) {
                greatest = row;
            }
        }
        ColumnBuilder builder = ColumnBuilder.of(type, 2);
        builder.append(values, least);
        builder.append(values, greatest);
        return builder.build();
    }
}
