package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import java.util.List;

/**
 * The bytes of one type: many values as the Native format has them, and single values as RowBinary has them. Stateless and thread-safe.
 *
 * <p>Reading allocates no more than what has really arrived; broken input is a {@code DbException}.
 */
public abstract class Serialization {
    Serialization() {}

    /** For a type; {@code states} is asked for aggregate states only. */
    public static Serialization of(DataType type, StateFormats states) {
        return switch (type) {
            case DataType.NullableType n -> new NullableSerialization(of(n.nested(), states));
            case DataType.LowCardinalityType l -> new DictionarySerialization(l, of(l.nested(), states), states);
            case DataType.ArrayType a -> new ArraySerialization(of(a.element(), states));
            case DataType.MapType m -> of(m.asArray(), states);
            case DataType.TupleType t -> {
                List<Serialization> elements =
                        t.elements().stream().map(e -> of(e, states)).toList();
                yield new TupleSerialization(elements);
            }
            case DataType.SimpleAggregateType s -> of(s.nested(), states);
            case DataType.AggregateStateType a -> new StateSerialization(states, a);
            case DataType.StringType s -> new StringSerialization();
            case DataType.FixedStringType f -> new FixedSerialization(f.length());
            case DataType.Ipv6Type i -> new FixedSerialization(16);
            case DataType.UuidType u -> new NumberSerializations.Wide(2);
            case DataType.IntegerType i when i.bits() > 64 -> new NumberSerializations.Wide(i.bits() / 64);
            case DataType.DecimalType d when d.bits() > 64 -> new NumberSerializations.Wide(d.bits() / 64);
            case DataType.NothingType n -> new NothingSerialization();
            default -> NumberSerializations.of(type.layout());
        };
    }

    /** What stands before the data of a whole column tree (versions of LowCardinality). */
    public void writePrefix(ByteSink out) {}

    public void readPrefix(ByteSource in) {}

    /** Writes rows {@code from} to {@code to} (exclusive). */
    public abstract void writeBulk(Column column, int from, int to, ByteSink out);

    /** Appends {@code rows} values. */
    public abstract void readBulk(ByteSource in, int rows, ColumnBuilder builder);

    /** Writes one value as RowBinary does. */
    public abstract void writeRow(Column column, int row, ByteSink out);

    /** Appends one value as RowBinary has it. */
    public abstract void readRow(ByteSource in, ColumnBuilder builder);
}
