package io.millrace.formats.parquet;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Thrift's compact form; unknown fields are kept and ignored. Not thread-safe. */
final class ThriftReader {
    private static final int MAX_DEPTH = 64;

    /** Fields by number: Long for numbers and truth values, byte[], List and Struct. */
    record Struct(Map<Integer, Object> fields) {
        long number(int id, long otherwise) {
            return fields.get(id) instanceof Long n ? n : otherwise;
        }

        long number(int id) {
            if (fields.get(id) instanceof Long n) {
                return n;
            }
            throw broken("field " + id + " is missing in its metadata");
        }

        int size(int id) {
            long n = number(id);
            if (n < 0 || n > Integer.MAX_VALUE - 16) {
                throw broken("a size of " + n);
            }
            return (int) n;
        }

        boolean has(int id) {
            return fields.containsKey(id);
        }

        boolean truth(int id, boolean otherwise) {
            return number(id, otherwise ? 1 : 0) != 0;
        }

        String text(int id) {
            return fields.get(id) instanceof byte[] b ? new String(b, StandardCharsets.UTF_8) : "";
        }

        Optional<Struct> struct(int id) {
            return fields.get(id) instanceof Struct s ? Optional.of(s) : Optional.empty();
        }

        List<Struct> structs(int id) {
            List<Struct> structs = new ArrayList<>();
            if (fields.get(id) instanceof List<?> list) {
                for (Object element : list) {
                    if (element instanceof Struct s) {
                        structs.add(s);
                    }
                }
            }
            return structs;
        }
    }

    private final byte[] bytes;
    private final int limit;
    int at;

    ThriftReader(byte[] bytes, int from, int limit) {
        this.bytes = bytes;
        this.at = from;
        this.limit = limit;
    }

    static DbException broken(String what) {
        return new DbException(ErrorCode.INCORRECT_DATA, "Broken Parquet data: " + what);
    }

    Struct struct() {
        return struct(0);
    }

    private Struct struct(int depth) {
        if (depth > MAX_DEPTH) {
            throw broken("metadata nested too deep");
        }
        Map<Integer, Object> fields = new HashMap<>();
        int last = 0;
        while (true) {
            int head = next();
            int type = head & 15;
            if (type == 0) {
                return new Struct(fields);
            }
            int delta = head >> 4 & 15;
            last = delta == 0 ? (int) zigzag() : last + delta;
            fields.put(last, type <= 2 ? (Object) (type == 1 ? 1L : 0L) : value(type, depth));
        }
    }

    private int next() {
        if (at >= limit) {
            throw broken("its metadata ends early");
        }
        return bytes[at++];
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = next();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw broken("a number of more than ten bytes");
    }

    private long zigzag() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    private int count(long count, int bytesEach) {
        if (count < 0 || count > (limit - at) / bytesEach) {
            throw broken("a list or text of " + count + " in its metadata");
        }
        return (int) count;
    }

    private Object value(int type, int depth) {
        switch (type) {
            case 1, 2, 3 -> {
                return (long) next();
            }
            case 4, 5, 6 -> {
                return zigzag();
            }
            case 7 -> {
                at += count(8, 1);
                return 0L;
            }
            case 8 -> {
                int length = count(varint(), 1);
                byte[] text = new byte[length];
                System.arraycopy(bytes, at, text, 0, length);
                at += length;
                return text;
            }
            case 9, 10 -> {
                int head = next();
                int count = count((head >> 4 & 15) == 15 ? varint() : head >> 4 & 15, 1);
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    list.add(value(head & 15, depth + 1));
                }
                return list;
            }
            case 12 -> {
                return struct(depth + 1);
            }
            default -> throw broken("type " + type + " in its metadata");
        }
    }
}
