package io.millrace.functions.combinator;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Growth;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.Arrays;
import java.util.List;

/** A function that gives NULL or a default for groups without rows; the written state is the nested one and a flag. */
final class OrFill extends PlainAggregate {
    private final AggregateFunction nested;
    private final boolean orNull;

    OrFill(AggregateFunction nested, String suffix, boolean orNull) {
        super(nested.name() + suffix);
        this.nested = nested;
        this.orNull = orNull;
    }

    @Override
    public FunctionDoc doc() {
        FunctionDoc doc = nested.doc();
        return FunctionDoc.of(
                doc.category(), name() + "(...)", doc.text() + " Without rows: " + (orNull ? "NULL." : "the default."));
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        BoundAggregate inner = nested.bind(parameters, arguments);
        DataType type = orNull ? Types.nullable(inner.type()) : inner.type();
        return new Plain(
                type,
                () -> new Filled(inner.newState(), type, orNull && !inner.type().isNullable()));
    }

    /** The nested states and whether each had a row. */
    private static final class Filled extends ForwardingState {
        private final DataType type;
        private final boolean wraps;
        private byte[] seen = {};

        Filled(GroupedState nested, DataType type, boolean wraps) {
            super(nested);
            this.type = type;
            this.wraps = wraps && type.isNullable();
        }

        @Override
        public void resize(int groups) {
            super.resize(groups);
            if (groups > seen.length) {
                seen = Arrays.copyOf(seen, Growth.capacity(seen.length, groups));
            }
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            super.add(groupOf, arguments, rows);
            for (int i = 0; i < rows; i++) {
                seen[groupOf[i]] = 1;
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            super.addRange(group, arguments, from, to);
            if (to > from) {
                seen[group] = 1;
            }
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            super.merge(other, targetOf, groups);
            byte[] theirs = ((Filled) other).seen;
            for (int i = 0; i < groups; i++) {
                seen[targetOf[i]] |= theirs[i];
            }
        }

        @Override
        public Column result(int from, int to) {
            Column values = nested.result(from, to);
            if (wraps) {
                byte[] nulls = new byte[to - from];
                for (int i = from; i < to; i++) {
                    nulls[i - from] = (byte) (1 - seen[i]);
                }
                return new NullableColumn(nulls, values);
            }
            ColumnBuilder builder = ColumnBuilder.of(type, to - from);
            for (int i = from; i < to; i++) {
                if (seen[i] == 0) {
                    builder.appendDefault();
                } else {
                    builder.append(values, i - from);
                }
            }
            return builder.build();
        }

        @Override
        public void write(int group, ByteSink out) {
            nested.write(group, out);
            out.putByte(seen[group]);
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            nested.readMerge(group, in);
            seen[group] |= in.getByte();
        }

        @Override
        public long sizeBytes() {
            return nested.sizeBytes() + seen.length;
        }
    }
}
