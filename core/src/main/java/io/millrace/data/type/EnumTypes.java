package io.millrace.data.type;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType.EnumType;
import io.millrace.data.type.DataType.EnumType.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Makes Enum types from their entries: checked, sorted by number, of the smallest width unless one is asked for. */
final class EnumTypes {
    private EnumTypes() {}

    /** @param bits 8, 16, or empty to choose by the numbers */
    public static EnumType of(OptionalInt bits, List<Entry> entries) {
        int width = bits.orElse(entries.stream().allMatch(e -> fits(e.value(), 8)) ? 8 : 16);
        Map<String, Integer> byName = new HashMap<>();
        Map<Integer, String> byValue = new HashMap<>();
        for (Entry entry : entries) {
            if (!fits(entry.value(), width)) {
                throw new DbException(
                        ErrorCode.ARGUMENT_OUT_OF_BOUND,
                        "Value " + entry.value() + " for element '" + entry.name() + "' exceeds range of Enum" + width);
            }
            Integer sameName = byName.put(entry.name(), entry.value());
            if (sameName != null) {
                throw new DbException(
                        ErrorCode.SYNTAX_ERROR,
                        "Duplicate names in enum: '" + entry.name() + "' = " + sameName + " and " + entry.value());
            }
            String sameValue = byValue.put(entry.value(), entry.name());
            if (sameValue != null) {
                throw new DbException(
                        ErrorCode.SYNTAX_ERROR,
                        "Duplicate values in enum: '" + entry.name() + "' = " + entry.value() + " and '" + sameValue
                                + "'");
            }
        }
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingInt(Entry::value));
        return new EnumType(width, List.copyOf(sorted));
    }

    private static boolean fits(int value, int bits) {
        return bits == 8 ? value == (byte) value : value == (short) value;
    }
}
