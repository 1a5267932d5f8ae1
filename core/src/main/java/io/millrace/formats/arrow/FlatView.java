package io.millrace.formats.arrow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of a FlatBuffer as it lies in its bytes. Broken offsets end in IndexOutOfBoundsException, which readers of messages turn into an error. Immutable. */
record FlatView(byte[] bytes, int position) {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static FlatView root(byte[] bytes) {
        return new FlatView(bytes, (int) INT.get(bytes, 0));
    }

    /** Where a field is; 0 when it is not there. */
    private int field(int slot) {
        int vtable = position - (int) INT.get(bytes, position);
        int size = (short) SHORT.get(bytes, vtable) & 0xFFFF;
        int entry = 4 + 2 * slot;
        int offset = entry + 2 <= size ? (short) SHORT.get(bytes, vtable + entry) & 0xFFFF : 0;
        return offset == 0 ? 0 : position + offset;
    }

    int int8(int slot, int otherwise) {
        int at = field(slot);
        return at == 0 ? otherwise : bytes[at];
    }

    int int16(int slot, int otherwise) {
        int at = field(slot);
        return at == 0 ? otherwise : (short) SHORT.get(bytes, at);
    }

    int int32(int slot, int otherwise) {
        int at = field(slot);
        return at == 0 ? otherwise : (int) INT.get(bytes, at);
    }

    long int64(int slot, long otherwise) {
        int at = field(slot);
        return at == 0 ? otherwise : (long) LONG.get(bytes, at);
    }

    private int target(int at) {
        return Math.addExact(at, (int) INT.get(bytes, at));
    }

    Optional<FlatView> table(int slot) {
        int at = field(slot);
        return at == 0 ? Optional.empty() : Optional.of(new FlatView(bytes, target(at)));
    }

    String text(int slot) {
        int at = field(slot);
        if (at == 0) {
            return "";
        }
        int start = target(at);
        int length = (int) INT.get(bytes, start);
        if (length < 0 || length > bytes.length - start - 4) {
            throw new IndexOutOfBoundsException("text of " + length + " bytes");
        }
        return new String(bytes, start + 4, length, StandardCharsets.UTF_8);
    }

    List<FlatView> tables(int slot) {
        int at = field(slot);
        List<FlatView> tables = new ArrayList<>();
        if (at != 0) {
            int start = target(at);
            int count = length(start, 4);
            for (int i = 0; i < count; i++) {
                tables.add(new FlatView(bytes, target(start + 4 + 4 * i)));
            }
        }
        return tables;
    }

    /** The words of a vector of structs. */
    long[] structs(int slot, int wordsPerStruct) {
        int at = field(slot);
        if (at == 0) {
            return new long[0];
        }
        int start = target(at);
        long[] words = new long[Math.multiplyExact(length(start, 8 * wordsPerStruct), wordsPerStruct)];
        for (int i = 0; i < words.length; i++) {
            words[i] = (long) LONG.get(bytes, start + 4 + 8 * i);
        }
        return words;
    }

    private int length(int start, int bytesEach) {
        int count = (int) INT.get(bytes, start);
        if (count < 0 || count > (bytes.length - start - 4) / bytesEach) {
            throw new IndexOutOfBoundsException("vector of " + count);
        }
        return count;
    }
}
