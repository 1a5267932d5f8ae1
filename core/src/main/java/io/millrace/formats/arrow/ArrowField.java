package io.millrace.formats.arrow;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A column of an Arrow schema. Immutable.
 *
 * @param kind Arrow's number of the type
 * @param width bits of integers and floats, bytes of fixed binaries and decimals, length of fixed lists
 * @param type our type of the values, without Nullable
 * @param dictionary number of the dictionary that the values are in
 */
record ArrowField(
        String name,
        boolean nullable,
        int kind,
        int width,
        boolean signed,
        DataType type,
        List<ArrowField> children,
        OptionalLong dictionary,
        int indexBits) {
    private static final int MAX_DEPTH = 100;

    static ArrowField of(FlatView field, int depth) {
        if (depth > MAX_DEPTH) {
            throw new DbException(ErrorCode.TOO_DEEP_RECURSION, "Arrow schema nested deeper than " + MAX_DEPTH);
        }
        List<ArrowField> children = new ArrayList<>();
        for (FlatView child : field.tables(5)) {
            children.add(of(child, depth + 1));
        }
        int kind = field.int8(2, 0);
        FlatView type = field.table(3).orElse(field);
        Optional<FlatView> dictionary = field.table(4);
        String name = field.text(0);
        boolean uuid = field.tables(6).stream().anyMatch(e -> e.text(1).equals("arrow.uuid"));
        int width = width(kind, type);
        return new ArrowField(
                name,
                field.int8(1, 0) != 0,
                kind,
                width,
                kind == ArrowSchema.INT && type.int8(1, 0) != 0,
                uuid && width == 16 ? Types.UUID : type(kind, type, width, children, name),
                children,
                dictionary.map(d -> OptionalLong.of(d.int64(0, 0))).orElse(OptionalLong.empty()),
                dictionary.flatMap(d -> d.table(1)).map(i -> i.int32(0, 32)).orElse(32));
    }

    /** Our type of the values as they are read: Nullable where Arrow says so and we can have it. */
    DataType valueType() {
        return nullable || kind == ArrowSchema.NULL ? Types.nullable(type) : type;
    }

    /** Our type of the column: Nullable where Arrow says so and we can have it, LowCardinality for dictionaries. */
    DataType columnType() {
        DataType real = valueType();
        boolean coded = dictionary.isPresent() && Types.isStringLike(type);
        return coded ? new DataType.LowCardinalityType(real) : real;
    }

    private static int width(int kind, FlatView type) {
        return switch (kind) {
            case ArrowSchema.INT, ArrowSchema.FIXED_BINARY, ArrowSchema.FIXED_LIST -> type.int32(0, 0);
            case ArrowSchema.FLOAT -> 16 << type.int16(0, 0);
            case ArrowSchema.DECIMAL -> type.int32(2, 128) / 8;
            case ArrowSchema.DATE -> type.int16(0, 1) == 0 ? 32 : 64;
            case ArrowSchema.TIME -> type.int32(1, 32);
            default -> 64;
        };
    }

    private static DataType type(int kind, FlatView type, int width, List<ArrowField> children, String name) {
        if (!isKnown(kind, width, children)) {
            throw new DbException(
                    ErrorCode.UNKNOWN_TYPE,
                    "Arrow type " + kind + " of width " + width + " of column '" + name + "' is not supported");
        }
        return switch (kind) {
            case ArrowSchema.INT -> new DataType.IntegerType(width, type.int8(1, 0) != 0);
            case ArrowSchema.FLOAT -> width == 64 ? Types.FLOAT64 : Types.FLOAT32;
            case ArrowSchema.BINARY, ArrowSchema.UTF8, ArrowSchema.LARGE_BINARY, ArrowSchema.LARGE_UTF8 -> Types.STRING;
            case ArrowSchema.BOOL -> Types.BOOL;
            case ArrowSchema.DECIMAL -> decimal(type.int32(0, 0), type.int32(1, 0), width, name);
            case ArrowSchema.DATE -> width == 32 ? Types.DATE32 : new DataType.DateTime64Type(3, Optional.of("UTC"));
            case ArrowSchema.TIME -> new DataType.IntegerType(width == 32 ? 32 : 64, true);
            case ArrowSchema.TIMESTAMP ->
                new DataType.DateTime64Type(
                        3 * Math.clamp(type.int16(0, 0), 0, 3),
                        Optional.of(type.text(1)).filter(z -> !z.isEmpty()));
            case ArrowSchema.DURATION -> new DataType.IntervalType(durationUnit(type.int16(0, 1)));
            case ArrowSchema.FIXED_BINARY -> new DataType.FixedStringType(width);
            case ArrowSchema.LIST, ArrowSchema.LARGE_LIST, ArrowSchema.FIXED_LIST ->
                new DataType.ArrayType(children.getFirst().valueType());
            case ArrowSchema.MAP ->
                new DataType.MapType(
                        Types.withoutNullable(
                                children.getFirst().children().get(0).valueType()),
                        children.getFirst().children().get(1).valueType());
            case ArrowSchema.STRUCT ->
                new DataType.TupleType(
                        children.stream().map(ArrowField::valueType).toList(),
                        children.stream().map(ArrowField::name).toList());
            default -> Types.NOTHING;
        };
    }

    private static boolean isKnown(int kind, int width, List<ArrowField> children) {
        return switch (kind) {
            case ArrowSchema.INT -> width == 8 || width == 16 || width == 32 || width == 64;
            case ArrowSchema.FLOAT -> width == 16 || width == 32 || width == 64;
            case ArrowSchema.FIXED_BINARY -> width > 0 && width < 1 << 20;
            case ArrowSchema.LIST, ArrowSchema.LARGE_LIST -> children.size() == 1;
            case ArrowSchema.FIXED_LIST -> children.size() == 1 && width >= 0;
            case ArrowSchema.MAP ->
                children.size() == 1 && children.getFirst().children().size() == 2;
            case ArrowSchema.TIME -> width == 32 || width == 64;
            case ArrowSchema.STRUCT -> !children.isEmpty();
            case ArrowSchema.NULL,
                    ArrowSchema.BINARY,
                    ArrowSchema.UTF8,
                    ArrowSchema.LARGE_BINARY,
                    ArrowSchema.LARGE_UTF8,
                    ArrowSchema.BOOL,
                    ArrowSchema.DECIMAL,
                    ArrowSchema.DATE,
                    ArrowSchema.TIMESTAMP,
                    ArrowSchema.DURATION -> true;
            default -> false;
        };
    }

    private static IntervalUnit durationUnit(int unit) {
        return switch (unit) {
            case 0 -> IntervalUnit.SECOND;
            case 1 -> IntervalUnit.MILLISECOND;
            case 2 -> IntervalUnit.MICROSECOND;
            default -> IntervalUnit.NANOSECOND;
        };
    }

    private static DataType decimal(int precision, int scale, int width, String name) {
        if (precision < 1 || precision > 76 || scale < 0 || scale > precision || width != 16 && width != 32) {
            throw new DbException(
                    ErrorCode.UNKNOWN_TYPE,
                    "Arrow decimal(" + precision + ", " + scale + ") of column '" + name + "' is not supported");
        }
        return new DataType.DecimalType(precision, scale);
    }
}
