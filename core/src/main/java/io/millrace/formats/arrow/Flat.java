package io.millrace.formats.arrow;

import io.millrace.base.io.ByteSink;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A value of a FlatBuffer to be written; children stand behind their parents. */
sealed interface Flat {
    /** A string. */
    record Text(String value) implements Flat {}

    /** A vector of structs, each of {@code wordsPerStruct} 64-bit words. */
    record Structs(long[] words, int wordsPerStruct) implements Flat {}

    /** A vector of tables. */
    record Tables(List<Table> tables) implements Flat {}

    /** A table: fields by slot. Not thread-safe. */
    final class Table implements Flat {
        private record Field(int slot, int width, long value, Flat child) {}

        private static final Flat NOTHING = new Text("");

        private final List<Field> fields = new ArrayList<>();

        Table bool(int slot, boolean value) {
            return value ? scalar(slot, 1, 1) : this;
        }

        Table int8(int slot, int value) {
            return scalar(slot, 1, value);
        }

        Table int16(int slot, int value) {
            return scalar(slot, 2, value);
        }

        Table int32(int slot, int value) {
            return scalar(slot, 4, value);
        }

        Table int64(int slot, long value) {
            return scalar(slot, 8, value);
        }

        private Table scalar(int slot, int width, long value) {
            fields.add(new Field(slot, width, value, NOTHING));
            return this;
        }

        Table child(int slot, Flat child) {
            fields.add(new Field(slot, 0, 0, child));
            return this;
        }
    }

    VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** The bytes of a buffer with this root, a multiple of eight. */
    static byte[] bytes(Table root) {
        ByteSink out = new ByteSink(1024);
        out.putInt(0);
        int position = write(root, out);
        INT.set(out.array(), 0, position);
        align(out, 8, 0);
        return out.toByteArray();
    }

    private static void align(ByteSink out, int to, int before) {
        while ((out.size() + before) % to != 0) {
            out.putByte(0);
        }
    }

    /** Writes a value behind everything else; returns its position. */
    private static int write(Flat value, ByteSink out) {
        return switch (value) {
            case Text text -> {
                byte[] utf8 = text.value().getBytes(StandardCharsets.UTF_8);
                align(out, 4, 0);
                int position = out.size();
                out.putInt(utf8.length);
                out.put(utf8);
                out.putByte(0);
                yield position;
            }
            case Structs structs -> {
                align(out, 8, 4);
                int position = out.size();
                out.putInt(structs.words().length / structs.wordsPerStruct());
                for (long word : structs.words()) {
                    out.putLong(word);
                }
                yield position;
            }
            case Tables tables -> {
                align(out, 4, 0);
                int position = out.size();
                out.putInt(tables.tables().size());
                for (int i = 0; i < tables.tables().size(); i++) {
                    out.putInt(0);
                }
                for (int i = 0; i < tables.tables().size(); i++) {
                    int at = position + 4 + 4 * i;
                    int child = write(tables.tables().get(i), out);
                    INT.set(out.array(), at, child - at);
                }
                yield position;
            }
            case Table table -> table(table, out);
        };
    }

    private static int table(Table table, ByteSink out) {
        int slots = table.fields.stream().mapToInt(f -> f.slot() + 1).max().orElse(0);
        int vtableBytes = 4 + 2 * slots;
        align(out, 2, 0);
        // fields begin four bytes into the table, at a multiple of eight
        align(out, 8, vtableBytes + 4);
        int vtable = out.size();
        for (int i = 0; i < vtableBytes; i++) {
            out.putByte(0);
        }
        int start = out.size();
        out.putInt(start - vtable);
        for (int width : new int[] {8, 4, 2, 1}) {
            for (Table.Field field : table.fields) {
                int taken = field.width() == 0 ? 4 : field.width();
                if (taken == width) {
                    SHORT.set(out.array(), vtable + 4 + 2 * field.slot(), (short) (out.size() - start));
                    scalar(field.value(), width, out);
                }
            }
        }
        SHORT.set(out.array(), vtable, (short) vtableBytes);
        SHORT.set(out.array(), vtable + 2, (short) (out.size() - start));
        for (Table.Field field : table.fields) {
            if (field.width() == 0) {
                int at = start + (short) SHORT.get(out.array(), vtable + 4 + 2 * field.slot());
                int child = write(field.child(), out);
                INT.set(out.array(), at, child - at);
            }
        }
        return start;
    }

    private static void scalar(long value, int width, ByteSink out) {
        switch (width) {
            case 8 -> out.putLong(value);
            case 4 -> out.putInt((int) value);
            case 2 -> out.putShort((short) value);
            default -> out.putByte((int) value);
        }
    }
}
