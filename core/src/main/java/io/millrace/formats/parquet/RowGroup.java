package io.millrace.formats.parquet;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.formats.parquet.ThriftReader.Struct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of one row group; only those asked for are read. Not thread-safe. */
final class RowGroup {
    private final byte[] file;
    private final int size;
    private final List<Struct> chunks;
    private final Map<Integer, LeafReader> leaves = new HashMap<>();
    private final Map<Integer, Column> values = new HashMap<>();

    RowGroup(byte[] file, int size, Struct group) {
        this.file = file;
        this.size = size;
        this.chunks = group.structs(1);
    }

    Column column(Node node) {
        return assembled(node, 0, 0);
    }

    private LeafReader leaf(Node.Primitive leaf) {
        return leaves.computeIfAbsent(leaf.leaf(), i -> {
            if (i >= chunks.size()) {
                throw ThriftReader.broken("a row group without column '" + leaf.name() + "'");
            }
            Struct metadata =
                    chunks.get(i).struct(3).orElseThrow(() -> ThriftReader.broken("a column without metadata"));
            return new LeafReader(file, size, leaf, metadata);
        });
    }

    /**
     * One row for each entry that begins a new place at this level.
     *
     * @param repetition entries that repeat deeper only go on with what began before
     * @param definition entries less defined have no place here: a list above is empty
     */
    private Column assembled(Node node, int repetition, int definition) {
        return switch (node) {
            case Node.Primitive leaf -> primitive(leaf, definition);
            case Node.Group group -> {
                List<Column> elements = new ArrayList<>();
                for (Node child : group.children()) {
                    elements.add(assembled(child, repetition, definition));
                }
                int rows = elements.getFirst().rows();
                if (elements.stream().anyMatch(e -> e.rows() != rows)) {
                    throw ThriftReader.broken("parts of '" + group.name() + "' of different length");
                }
                yield new TupleColumn(elements, rows);
            }
            case Node.Repeated list -> repeated(list, repetition, definition);
        };
    }

    private Column primitive(Node.Primitive leaf, int definition) {
        LeafReader read = leaf(leaf);
        Column present = values.computeIfAbsent(leaf.leaf(), i -> read.values());
        int max = leaf.maxDefinition();
        if (max == 0) {
            return present;
        }
        int[] positions = new int[read.count];
        byte[] nulls = new byte[read.count];
        int rows = 0;
        int value = 0;
        for (int i = 0; i < read.count; i++) {
            boolean there = read.definition[i] == max;
            if (read.definition[i] >= definition) {
                nulls[rows] = (byte) (there ? 0 : 1);
                positions[rows++] = there ? value : -1;
            }
            value += there ? 1 : 0;
        }
        Column all = rows == value && rows == present.rows() ? present : present.gather(positions, rows);
        return leaf.optional() ? new NullableColumn(nulls, all) : all;
    }

    private Column repeated(Node.Repeated list, int repetition, int definition) {
        LeafReader read = leaf(list.first());
        int[] offsets = new int[read.count + 1];
        int rows = 0;
        int elements = 0;
        for (int i = 0; i < read.count; i++) {
            if (read.repetition[i] <= repetition && read.definition[i] >= definition) {
                offsets[rows++] = elements;
            }
            if (read.repetition[i] <= list.repetition() && read.definition[i] >= list.definition()) {
                if (rows == 0) {
                    throw ThriftReader.broken("an element without a list");
                }
                elements++;
            }
        }
        offsets[rows] = elements;
        Column inner = assembled(list.element(), list.repetition(), list.definition());
        if (inner.rows() != elements) {
            throw ThriftReader.broken("a list '" + list.name() + "' without its elements");
        }
        return new ArrayColumn(Arrays.copyOf(offsets, rows + 1), keysWithoutNulls(list, inner), rows);
    }

    /** Keys of maps are never NULL. */
    private static Column keysWithoutNulls(Node.Repeated list, Column inner) {
        if (list.map()
                && inner instanceof TupleColumn pairs
                && pairs.elements().getFirst() instanceof NullableColumn key) {
            return new TupleColumn(List.of(key.values(), pairs.elements().get(1)), pairs.rows());
        }
        return inner;
    }
}
