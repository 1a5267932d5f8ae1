package io.millrace.formats.parquet;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.formats.parquet.ThriftReader.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A column of a Parquet schema, or a part of one, as our types see it. Immutable. */
sealed interface Node {
    int MAX_DEPTH = 100;

    String name();

    /** Our type of the values. */
    DataType type();

    /** The first leaf below, whose levels tell about this node. */
    Primitive first();

    /**
     * A leaf.
     *
     * @param bare our type of the values without Nullable
     * @param physical Parquet's number of the storage
     * @param length bytes of fixed length values
     */
    record Primitive(
            String name,
            DataType bare,
            boolean optional,
            int physical,
            int length,
            int leaf,
            int maxDefinition,
            int maxRepetition)
            implements Node {
        @Override
        public DataType type() {
            return optional ? Types.nullable(bare) : bare;
        }

        @Override
        public Primitive first() {
            return this;
        }
    }

    /** A list of elements; {@code definition} and {@code repetition} are the levels at which there is an element. */
    record Repeated(String name, Node element, int definition, int repetition, boolean map) implements Node {
        @Override
        public DataType type() {
            return map && element instanceof Group pair
                    ? new DataType.MapType(
                            Types.withoutNullable(pair.children().get(0).type()),
                            pair.children().get(1).type())
                    : new DataType.ArrayType(element.type());
        }

        @Override
        public Primitive first() {
            return element.first();
        }
    }

    /** Several columns that make a tuple. */
    record Group(String name, List<Node> children) implements Node {
        @Override
        public DataType type() {
            return new DataType.TupleType(
                    children.stream().map(Node::type).toList(),
                    children.stream().map(Node::name).toList());
        }

        @Override
        public Primitive first() {
            return children.getFirst().first();
        }
    }

    /** Makes the tree of the elements that a file lists. Used once. */
    final class Reading {
        private final List<Struct> elements;
        private final boolean localIsUtc;
        private int at;
        private int leaves;

        Reading(List<Struct> elements, boolean localIsUtc) {
            this.elements = elements;
            this.localIsUtc = localIsUtc;
        }

        List<Node> columns() {
            Struct root = next();
            List<Node> columns = new ArrayList<>();
            for (long i = root.number(5, 0); i > 0; i--) {
                columns.add(node(0, 0, 0));
            }
            return columns;
        }

        private Struct next() {
            if (at >= elements.size()) {
                throw ThriftReader.broken("its schema ends early");
            }
            return elements.get(at++);
        }

        private Node node(int definition, int repetition, int depth) {
            if (depth > MAX_DEPTH) {
                throw new DbException(ErrorCode.TOO_DEEP_RECURSION, "Parquet schema nested deeper than " + MAX_DEPTH);
            }
            Struct element = next();
            long kind = element.number(3, 0);
            if (kind == 2) {
                Node inside = inner(element, definition + 1, repetition + 1, false, depth);
                return new Repeated(element.text(4), inside, definition + 1, repetition + 1, false);
            }
            boolean optional = kind == 1;
            return inner(element, definition + (optional ? 1 : 0), repetition, optional, depth);
        }

        /** What an element is, its own levels counted already. */
        private Node inner(Struct element, int definition, int repetition, boolean optional, int depth) {
            long children = element.number(5, 0);
            if (children == 0 || element.has(1)) {
                return primitive(element, definition, repetition, optional);
            }
            long converted = element.number(6, -1);
            Optional<Struct> logical = element.struct(10);
            boolean list = converted == 3 || logical.filter(l -> l.has(3)).isPresent();
            boolean map = converted == 1
                    || converted == 2
                    || logical.filter(l -> l.has(2)).isPresent();
            if ((list || map) && children == 1 && peekIsRepeated()) {
                Struct middle = next();
                Node inside = middle(element.text(4), middle, map, definition + 1, repetition + 1, depth + 1);
                boolean pairs = map && inside instanceof Group g && g.children().size() == 2;
                return new Repeated(element.text(4), inside, definition + 1, repetition + 1, pairs);
            }
            return group(element, definition, repetition, depth);
        }

        private boolean peekIsRepeated() {
            return at < elements.size() && elements.get(at).number(3, 0) == 2;
        }

        /** The element of a list, under the group that repeats, or that group itself in files of old writers. */
        private Node middle(String list, Struct middle, boolean map, int definition, int repetition, int depth) {
            long children = middle.number(5, 0);
            if (children == 0) {
                return primitive(middle, definition, repetition, false);
            }
            boolean old = middle.text(4).equals("array") || middle.text(4).equals(list + "_tuple");
            return children > 1 || map || old
                    ? group(middle, definition, repetition, depth)
                    : node(definition, repetition, depth + 1);
        }

        private Node group(Struct element, int definition, int repetition, int depth) {
            List<Node> children = new ArrayList<>();
            long count = element.number(5, 0);
            for (long i = 0; i < count; i++) {
                children.add(node(definition, repetition, depth + 1));
            }
            if (children.isEmpty()) {
                throw ThriftReader.broken("a group without columns");
            }
            return new Group(element.text(4), children);
        }

        private Node primitive(Struct element, int definition, int repetition, boolean optional) {
            int physical = (int) element.number(1);
            int length = Math.clamp(element.number(2, 0), 0, 1 << 20);
            DataType type = type(element, physical, length);
            return new Primitive(element.text(4), type, optional, physical, length, leaves++, definition, repetition);
        }

        private DataType type(Struct element, int physical, int length) {
            Struct logical = element.struct(10).orElse(new Struct(Map.of()));
            int converted = (int) element.number(6, -1);
            if (logical.has(5) || converted == 5) {
                return decimal(logical.struct(5).orElse(logical), element, physical, length);
            }
            return switch (physical) {
                case Leaf.BOOLEAN -> Types.BOOL;
                case Leaf.INT32 -> int32(logical, converted);
                case Leaf.INT64 -> int64(logical, converted);
                case Leaf.INT96 -> new DataType.DateTime64Type(9, Optional.empty());
                case Leaf.FLOAT -> Types.FLOAT32;
                case Leaf.DOUBLE -> Types.FLOAT64;
                case Leaf.BYTES -> Types.STRING;
                default -> fixed(logical, element, physical, length);
            };
        }

        private static DataType fixed(Struct logical, Struct element, int physical, int length) {
            if (physical != Leaf.FIXED || length == 0) {
                throw new DbException(
                        ErrorCode.UNKNOWN_TYPE,
                        "Parquet type " + physical + " of column '" + element.text(4) + "' is not supported");
            }
            if (logical.has(14) && length == 16) {
                return Types.UUID;
            }
            return logical.has(15) && length == 2 ? Types.FLOAT32 : new DataType.FixedStringType(length);
        }

        private static DataType int32(Struct logical, int converted) {
            if (logical.has(6) || converted == 6) {
                return Types.DATE32;
            }
            Optional<Struct> integer = logical.struct(10);
            if (integer.isPresent() || converted >= 11 && converted <= 18) {
                int bits = integer.map(i -> (int) i.number(1, 32)).orElse(8 << (converted - 11) % 4);
                boolean signed = integer.map(i -> i.truth(2, true)).orElse(converted >= 15);
                if (bits == 8 || bits == 16 || bits == 32) {
                    return new DataType.IntegerType(bits, signed);
                }
            }
            return Types.INT32;
        }

        private DataType int64(Struct logical, int converted) {
            Optional<Struct> timestamp = logical.struct(8);
            if (timestamp.isPresent() || converted == 9 || converted == 10) {
                Struct unit = timestamp.flatMap(t -> t.struct(2)).orElse(new Struct(Map.of()));
                int digits = unit.has(3) ? 9 : unit.has(2) || converted == 10 ? 6 : 3;
                boolean utc =
                        localIsUtc || timestamp.map(t -> t.truth(1, false)).orElse(true);
                return new DataType.DateTime64Type(digits, utc ? Optional.of("UTC") : Optional.empty());
            }
            boolean unsigned = logical.struct(10).map(i -> !i.truth(2, true)).orElse(converted == 14);
            return unsigned ? Types.UINT64 : Types.INT64;
        }

        private static DataType decimal(Struct logical, Struct element, int physical, int length) {
            long scale = logical.has(2) ? logical.number(1, 0) : element.number(7, 0);
            long precision = logical.has(2) ? logical.number(2, 0) : element.number(8, 0);
            boolean sound = precision > 0 && precision <= 76 && scale >= 0 && scale <= precision;
            if (!sound || physical == Leaf.FIXED && length == 0) {
                throw new DbException(
                        ErrorCode.UNKNOWN_TYPE,
                        "Parquet decimal(" + precision + ", " + scale + ") of column '" + element.text(4)
                                + "' is not supported");
            }
            return new DataType.DecimalType((int) precision, (int) scale);
        }
    }
}
