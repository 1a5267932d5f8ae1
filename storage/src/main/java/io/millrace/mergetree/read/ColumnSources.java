package io.millrace.mergetree.read;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartColumn;
import io.millrace.mergetree.part.SerializationInfo;
import io.millrace.mergetree.stream.ColumnReader;
import io.millrace.mergetree.stream.ColumnReaders;
import io.millrace.mergetree.stream.SparseKinds;
import io.millrace.mergetree.structure.TableStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the {@link ColumnSource} of each wanted column of a part: stored, converted from the type the part has, computed from a default where the part is
 * older than the column, a subcolumn, or virtual. Owned by one driver.
 */
final class ColumnSources {
    private static final ByteColumn NOTHING = new ByteColumn(new byte[0], 0);

    private final TableStructure structure;
    private final Part part;
    private final OpenFiles files;
    private final EvaluationContext context;

    ColumnSources(TableStructure structure, Part part, OpenFiles files, EvaluationContext context) {
        this.structure = structure;
        this.part = part;
        this.files = files;
        this.context = context;
    }

    ColumnSource of(String name, DataType type) {
        if (structure.stored().find(name).isPresent()) {
            return stored(name, structure.stored().type(structure.stored().index(name)));
        }
        return switch (name) {
            case "_part" -> text(part.name().toString(), type);
            case "_partition_id" -> text(part.name().partitionId(), type);
            case "_part_offset" -> new RowNumbers(part);
            default ->
                subcolumn(name)
                        .orElseThrow(() -> new DbException(
                                ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
                                "There is no column `" + name + "` in table "
                                        + structure.definition().id()));
        };
    }

    private ColumnSource stored(String name, DataType type) {
        Optional<PartColumn> here = part.column(name);
        if (here.isEmpty()) {
            return missing(name, type);
        }
        DataType partType = here.get().type();
        ColumnSource source = raw(name, partType);
        if (TableStructure.sameBytes(partType, type)) {
            return source;
        }
        ExpressionProgram cast = ExpressionProgram.compile(List.of(structure.cast(partType, type)));
        Header header = Header.of(new Header.Field("x", partType));
        return (ranges, rows) -> {
            Block block = new Block(header, List.of(source.read(ranges, rows)), rows);
            return cast.evaluate(block, context)[0].plain();
        };
    }

    /** A column as the part has it. */
    ColumnSource raw(String name, DataType partType) {
        ColumnReader reader =
                readers(name).column(name, partType, serialization().kinds(name));
        return new StoredColumn(part, name, reader);
    }

    private SerializationInfo serialization() {
        return part.content().serialization();
    }

    private ColumnReaders readers(String column) {
        return new ColumnReaders(
                new PartStreams(part, column, files),
                structure.states(),
                serialization().stringSizes(),
                serialization().nested());
    }

    /** The part was written before the column was added. */
    private ColumnSource missing(String name, DataType type) {
        Optional<Expression> expression = structure.defaultOf(name);
        if (expression.isEmpty()) {
            ColumnBuilder one = ColumnBuilder.of(type, 1);
            one.appendDefault();
            Column value = one.build();
            return (ranges, rows) -> value.gather(new int[rows], rows);
        }
        Set<Integer> needed = ExpressionProgram.inputsOf(expression.get());
        List<Optional<ColumnSource>> inputs = new ArrayList<>();
        for (int i = 0; i < structure.stored().width(); i++) {
            String input = structure.stored().name(i);
            inputs.add(
                    needed.contains(i) && !input.equals(name)
                            ? Optional.of(stored(input, structure.stored().type(i)))
                            : Optional.empty());
        }
        ExpressionProgram program = ExpressionProgram.compile(List.of(expression.get()));
        return (ranges, rows) -> {
            List<Column> columns = new ArrayList<>();
            for (Optional<ColumnSource> input : inputs) {
                columns.add(input.isPresent() ? input.get().read(ranges, rows) : NOTHING);
            }
            return program.evaluate(new Block(structure.stored(), columns, rows), context)[0].plain();
        };
    }

    private static ColumnSource text(String value, DataType type) {
        if (type instanceof DataType.LowCardinalityType) {
            Column dictionary = StringColumn.of(value);
            return (ranges, rows) -> new io.millrace.data.column.DictionaryColumn(new int[rows], dictionary, rows);
        }
        return (ranges, rows) -> new ConstColumn(StringColumn.of(value), rows).plain();
    }

    /** Lengths of strings: from their own stream where there is one. */
    private ColumnSource sizes(String name, String base) {
        boolean ownStream = part.column(base)
                        .filter(c -> c.type() instanceof DataType.StringType)
                        .isPresent()
                && serialization().stringSizes()
                && !part.isCompact();
        if (ownStream) {
            SparseKinds kinds = serialization().kinds(base);
            return new StoredColumn(part, name, readers(base).stringSizes(base, kinds));
        }
        ColumnSource strings = stored(base, Types.STRING);
        return (ranges, rows) -> {
            StringColumn column = (StringColumn) strings.read(ranges, rows);
            long[] lengths = new long[rows];
            for (int i = 0; i < rows; i++) {
                lengths[i] = column.length(i);
            }
            return new LongColumn(lengths, rows);
        };
    }

    /** {@code n.null} of a Nullable column, {@code a.size0} of an Array or Map, {@code s.size} of a String. */
    private Optional<ColumnSource> subcolumn(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String base = name.substring(0, dot);
        Optional<PartColumn> column = part.column(base);
        if (name.endsWith(".size")) {
            return Optional.of(sizes(name, base));
        }
        if (column.isEmpty() || !serialization().kinds(base).equals(SparseKinds.NONE)) {
            return Optional.empty();
        }
        DataType type = column.get().type();
        return switch (name.substring(dot + 1)) {
            case "null" ->
                type instanceof DataType.NullableType
                        ? Optional.of(new StoredColumn(part, name, readers(base).nullMap(base)))
                        : Optional.empty();
            case "size0" ->
                type instanceof DataType.ArrayType || type instanceof DataType.MapType
                        ? Optional.of(new StoredColumn(part, name, readers(base).arraySizes(base, type)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
