package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.Suggestions;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.EnumType;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names, numbers and other enums to an Enum. */
final class EnumConversions {
    private EnumConversions() {}

    static Conversion of(DataType from, EnumType to) {
        if (from instanceof EnumType other) {
            return fromEnum(other, to);
        }
        if (!Conversions.isNumeric(from) || !Numbers.fitsLong(from)) {
            throw Conversions.unsupportedError(from, to);
        }
        Set<Long> known = new HashSet<>();
        to.entries().forEach(e -> known.add((long) e.value()));
        return (values, rows, failures) -> {
            long[] source = Widening.longs(values, Numbers.isSigned(from), rows);
            for (int i = 0; i < rows; i++) {
                if (!known.contains(source[i])) {
                    failures.fail(i, rows, unknown("Unexpected value " + source[i] + " in enum"));
                }
            }
            return Narrowing.ofLongs(source, rows, to);
        };
    }

    private static Conversion fromEnum(EnumType from, EnumType to) {
        for (EnumType.Entry entry : from.entries()) {
            to.valueOf(entry.name()).filter(v -> v != entry.value()).ifPresent(value -> {
                throw new DbException(
                        ErrorCode.CANNOT_CONVERT_TYPE,
                        "Enum conversion changes value for element '" + entry.name() + "' from " + entry.value()
                                + " to " + value);
            });
        }
        return (values, rows, failures) -> Narrowing.ofLongs(Widening.longs(values, true, rows), rows, to);
    }

    static Conversion fromText(EnumType to) {
        Map<String, Integer> values = new HashMap<>();
        to.entries().forEach(e -> values.put(e.name(), e.value()));
        return (column, rows, failures) -> {
            TextRows text = TextRows.of(column);
            int[] result = new int[rows];
            for (int i = 0; i < rows; i++) {
                String name = new String(text.bytes(), text.from(i), text.length(i), StandardCharsets.UTF_8);
                Integer value = values.get(name);
                if (value == null) {
                    failures.fail(
                            i, rows, unknown("Unknown element '" + name + "' for enum" + hint(name, values.keySet())));
                } else {
                    result[i] = value;
                }
            }
            return Narrowing.ofInts(result, rows, to);
        };
    }

    private static String hint(String name, Set<String> names) {
        String close = Suggestions.closest(name, names);
        return close.isEmpty() ? "" : ", m" + close.strip().substring(1);
    }

    private static DbException unknown(String message) {
        return new DbException(ErrorCode.UNKNOWN_ELEMENT_OF_ENUM, message);
    }
}
