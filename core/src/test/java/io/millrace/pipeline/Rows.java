package io.millrace.pipeline;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.base.io.RealVfs;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.*;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.result.CollectSink;
import io.millrace.pipeline.run.PipelineRun;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.pipeline.run.WorkerPool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;

/** Small sources, random rows and plain text of rows for the tests of operators. */
public final class Rows {
    public static final WorkerPool POOL = new WorkerPool(3, "test-worker");

    private Rows() {}

    public static QueryResources resources(Path spill, long external, int threads, int blockRows) {
        return new QueryResources(
                POOL,
                new EvaluationContext(MemoryTracker.root("test", 0), new Cancellation(), 1),
                new RealVfs(),
                spill,
                external,
                external,
                threads,
                blockRows);
    }

    /** Blocks dealt to drivers from one queue. */
    public static Pipeline.SourcesFactory of(List<Block> blocks) {
        return () -> new Sources() {
            private final AtomicInteger next = new AtomicInteger();

            @Override
            public int parallelism() {
                return 8;
            }

            @Override
            public Source open(int driver) {
                return () -> {
                    int index = next.getAndIncrement();
                    return index < blocks.size() ? new Source.Poll.Ready(blocks.get(index)) : Source.FINISHED;
                };
            }
        };
    }

    public static List<Block> cut(Block block, int rows) {
        List<Block> result = new ArrayList<>();
        for (int from = 0; from < block.rows(); from += rows) {
            result.add(block.slice(from, Math.min(block.rows(), from + rows)));
        }
        return result;
    }

    public static Pipeline pipeline(
            Pipeline.SourcesFactory sources,
            List<Transform.Factory> transforms,
            Sink.Factory sink,
            int drivers,
            Pipeline... after) {
        return new Pipeline("test", sources, transforms, sink, drivers, List.of(after));
    }

    /** Runs a last pipeline and collects what it gives. */
    public static List<Block> run(
            QueryResources resources,
            Pipeline.SourcesFactory sources,
            List<Transform.Factory> transforms,
            int drivers,
            Pipeline... after) {
        CollectSink sink = new CollectSink(resources.context());
        PipelineRun.start(List.of(pipeline(sources, transforms, sink, drivers, after)), resources)
                .awaitBlocking();
        return sink.blocks();
    }

    public static List<String> text(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            for (int row = 0; row < block.rows(); row++) {
                StringJoiner line = new StringJoiner("|");
                for (Column column : block.columns()) {
                    line.add(text(column, row));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    public static String text(Column column, int row) {
        return switch (column) {
            case ByteColumn c -> "" + c.values()[row];
            case ShortColumn c -> "" + c.values()[row];
            case IntColumn c -> "" + c.values()[row];
            case LongColumn c -> "" + c.values()[row];
            case FloatColumn c -> "" + c.values()[row];
            case DoubleColumn c -> "" + c.values()[row];
            case WideColumn c -> "" + c.signed(row);
            case StringColumn c -> c.text(row);
            case FixedColumn c ->
                Arrays.toString(Arrays.copyOfRange(c.bytes(), row * c.width(), (row + 1) * c.width()));
            case NullableColumn c -> c.isNull(row) ? "NULL" : text(c.values(), row);
            case DictionaryColumn c -> text(c.dictionary(), c.codes()[row]);
            case ConstColumn c -> text(c.value(), 0);
            case TupleColumn c ->
                c.elements().stream().map(e -> text(e, row)).toList().toString();
            case ArrayColumn c -> {
                List<String> parts = new ArrayList<>();
                for (int e = c.offsets()[row]; e < c.offsets()[row + 1]; e++) {
                    parts.add(text(c.elements(), e));
                }
                yield parts.size() + parts.toString();
            }
            case LambdaColumn c -> "lambda";
        };
    }

    /** A column of random values out of about {@code range} different ones. */
    public static Column random(DataType type, int rows, int range, Random random) {
        ColumnBuilder builder = ColumnBuilder.of(type, rows);
        for (int i = 0; i < rows; i++) {
            append(type, builder, range, random);
        }
        return builder.build();
    }

    private static void append(DataType type, ColumnBuilder builder, int range, Random random) {
        long value = random.nextInt(range) - range / 2;
        switch (builder) {
            case ByteColumn.Builder b -> b.append((byte) value);
            case ShortColumn.Builder b -> b.append((short) value);
            case IntColumn.Builder b -> b.append((int) value * 7919);
            case LongColumn.Builder b -> b.append(value * 1_000_003_000_007L);
            case FloatColumn.Builder b -> b.append(value == 3 ? Float.NaN : value == 4 ? -0.0f : value / 8f);
            case DoubleColumn.Builder b -> b.append(value == 3 ? Double.NaN : value == 4 ? -0.0 : value / 8.0);
            case WideColumn.Builder b ->
                b.append(java.math.BigInteger.valueOf(value).multiply(java.math.BigInteger.TEN.pow(25)));
            case StringColumn.Builder b ->
                b.append(
                        value % 5 == 0
                                ? ""
                                : "a long enough common prefix ".substring(Math.floorMod(value, 28)) + value);
            case FixedColumn.Builder b -> {
                byte[] bytes = new byte[b.width()];
                bytes[0] = (byte) value;
                bytes[b.width() - 1] = (byte) (value >> 8);
                b.append(bytes, 0, bytes.length);
            }
            case NullableColumn.Builder b -> {
                if (random.nextInt(5) == 0) {
                    b.nulls().append((byte) 1);
                } else {
                    b.appendNotNull();
                }
                append(((DataType.NullableType) type).nested(), b.values(), range, random);
            }
            case DictionaryColumn.Builder b ->
                b.append(random(((DataType.LowCardinalityType) type).nested(), 1, range, random), 0);
            case ArrayColumn.Builder b -> {
                int length = random.nextInt(3);
                for (int e = 0; e < length; e++) {
                    append(((DataType.ArrayType) type).element(), b.elements(), range, random);
                }
                b.endRow();
            }
            case TupleColumn.Builder b -> {
                for (int e = 0; e < b.width(); e++) {
                    append(((DataType.TupleType) type).elements().get(e), b.element(e), range, random);
                }
                b.endRow();
            }
            default -> throw new IllegalArgumentException(type.name());
        }
    }

    public static Block block(int rows, int range, Random random, DataType... types) {
        List<Header.Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < types.length; c++) {
            fields.add(new Header.Field("c" + c, types[c]));
            columns.add(random(types[c], rows, range, random));
        }
        return new Block(new Header(fields), columns, rows);
    }

    public static long number(Column column, int row) {
        return ((LongColumn) column.plain()).values()[row];
    }

    /** count() without, sum(Int64) with an argument. */
    public record Sum(boolean counts) implements BoundAggregate {
        @Override
        public DataType type() {
            return Types.INT64;
        }

        @Override
        public DataType.AggregateStateType stateType() {
            return new DataType.AggregateStateType("sum", List.of(), List.of());
        }

        @Override
        public GroupedState newState() {
            return new State(counts);
        }
    }

    private static final class State implements GroupedState {
        private final boolean counts;
        private long[] sums = new long[0];

        State(boolean counts) {
            this.counts = counts;
        }

        @Override
        public void resize(int groups) {
            if (groups > sums.length) {
                sums = Arrays.copyOf(sums, Math.max(groups, sums.length * 2));
            }
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            long[] target = sums;
            if (counts) {
                for (int i = 0; i < rows; i++) {
                    target[groupOf[i]]++;
                }
            } else {
                long[] values = ((LongColumn) arguments[0]).values();
                for (int i = 0; i < rows; i++) {
                    target[groupOf[i]] += values[i];
                }
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            for (int i = from; i < to; i++) {
                sums[group] += counts ? 1 : ((LongColumn) arguments[0]).values()[i];
            }
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            for (int i = 0; i < groups; i++) {
                sums[targetOf[i]] += ((State) other).sums[i];
            }
        }

        @Override
        public Column result(int from, int to) {
            return new LongColumn(Arrays.copyOfRange(sums, from, to), to - from);
        }

        @Override
        public void write(int group, ByteSink out) {
            out.putLong(sums[group]);
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            sums[group] += in.getLong();
        }

        @Override
        public long sizeBytes() {
            return 8L * sums.length;
        }
    }
}
