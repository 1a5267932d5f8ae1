package io.millrace.pipeline.operator.key;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.LittleEndian;
import io.millrace.data.column.StringColumn;
import io.millrace.pipeline.run.Reservation;
import java.util.Arrays;

/** Keys of bytes: slots of (32 bits of hash, number) in front of an arena. */
final class BytesTable extends KeyTable {
    private static final int MAX_ARENA = Integer.MAX_VALUE - 1024;

    /** Low 32 bits of the hash above number plus one; 0 for an empty slot. */
    private long[] slots = new long[64];

    /** Key n is {@code arena[offsets[n] .. offsets[n + 1])}. */
    private byte[] arena = new byte[512];

    private int[] offsets = new int[33];
    private long[] hashOf = new long[32];
    private int size;
    /** Keeps the touching loop from being optimised away. */
    @SuppressWarnings("UnusedVariable") // keeps the compiler from dropping the loop that loads the slots
    private int touched;

    BytesTable(Reservation memory) {
        super(memory);
        charge(sizeBytes());
    }

    @Override
    public void insert(KeyBatch batch, int[] ids) {
        byte[] bytes = batch.bytes.bytes();
        int[] starts = batch.bytes.offsets();
        long[] hashes = batch.hashes;
        for (int from = 0; from < batch.rows; from += 512) {
            int to = Math.min(batch.rows, from + 512);
            makeRoom(to - from, starts[to] - starts[from]);
            if (slots.length > 1 << 16) {
                touch(hashes, from, to);
            }
            insert(bytes, starts, hashes, from, to, ids);
        }
    }

    /** Brings slots and the beginnings of likely equal keys into the cache. */
    private void touch(long[] hashes, int from, int to) {
        long[] table = slots;
        int[] begins = offsets;
        byte[] known = arena;
        int mask = table.length - 1;
        int sum = 0;
        for (int i = from; i < to; i++) {
            int number = (int) table[(int) hashes[i] & mask];
            sum += known[begins[number == 0 ? 0 : number - 1]];
        }
        touched += sum;
    }

    private void insert(byte[] bytes, int[] starts, long[] hashes, int from, int to, int[] ids) {
        long[] table = slots;
        byte[] known = arena;
        int[] ends = offsets;
        int mask = table.length - 1;
        int count = size;
        for (int i = from; i < to; i++) {
            long hash = hashes[i];
            int begin = starts[i];
            int end = starts[i + 1];
            int tag = (int) hash;
            int slot = tag & mask;
            long entry;
            while ((entry = table[slot]) != 0) {
                if ((int) (entry >>> 32) == tag) {
                    int id = (int) entry - 1;
                    if (same(known, ends[id], ends[id + 1], bytes, begin, end)) {
                        break;
                    }
                }
                slot = slot + 1 & mask;
            }
            if (entry == 0) {
                int at = ends[count];
                System.arraycopy(bytes, begin, known, at, end - begin);
                hashOf[count] = hash;
                count++;
                ends[count] = at + end - begin;
                entry = (long) tag << 32 | count;
                table[slot] = entry;
            }
            ids[i] = (int) entry - 1;
        }
        size = count;
    }

    /** Compares word by word: keys are mostly too short for a call of the library's comparison to pay. The arena may be read behind its keys. */
    private static boolean same(byte[] known, int knownFrom, int knownTo, byte[] bytes, int from, int to) {
        int length = to - from;
        if (knownTo - knownFrom != length) {
            return false;
        }
        if (length > 64 || to + 8 > bytes.length) {
            return Arrays.equals(known, knownFrom, knownTo, bytes, from, to);
        }
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            if (LittleEndian.getLong(known, knownFrom + at) != LittleEndian.getLong(bytes, from + at)) {
                return false;
            }
        }
        long rest = LittleEndian.getLong(known, knownFrom + at) ^ LittleEndian.getLong(bytes, from + at);
        return at == length || rest << 64 - 8 * (length - at) == 0;
    }

    @Override
    public void find(KeyBatch batch, int[] ids) {
        byte[] bytes = batch.bytes.bytes();
        int[] starts = batch.bytes.offsets();
        long[] table = slots;
        int mask = table.length - 1;
        for (int i = 0; i < batch.rows; i++) {
            int tag = (int) batch.hashes[i];
            int slot = tag & mask;
            long entry;
            while ((entry = table[slot]) != 0) {
                if ((int) (entry >>> 32) == tag) {
                    int id = (int) entry - 1;
                    if (same(arena, offsets[id], offsets[id + 1], bytes, starts[i], starts[i + 1])) {
                        break;
                    }
                }
                slot = slot + 1 & mask;
            }
            ids[i] = (int) entry - 1;
        }
    }

    private void makeRoom(int more, int moreBytes) {
        int needed = size + more;
        if (needed > hashOf.length) {
            int capacity = TableSizes.grown(hashOf.length, needed);
            charge(12L * (capacity - hashOf.length));
            hashOf = Arrays.copyOf(hashOf, capacity);
            offsets = Arrays.copyOf(offsets, capacity + 1);
        }
        long bytes = (long) offsets[size] + moreBytes + StringColumn.PADDING;
        if (bytes > arena.length) {
            if (bytes > MAX_ARENA) {
                throw new DbException(
                        ErrorCode.TOO_LARGE_STRING_SIZE, "The distinct keys of one hash table are larger than 2 GiB");
            }
            int capacity = (int) Math.min(MAX_ARENA, Math.max(bytes, arena.length * 2L));
            charge(capacity - arena.length);
            arena = Arrays.copyOf(arena, capacity);
        }
        if (2L * needed > slots.length) {
            int count = TableSizes.slots(needed);
            charge(8L * (count - slots.length));
            slots = WordsTable.rehashed(slots, count);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void keys(int from, int to, KeyBatch batch) {
        int count = to - from;
        batch.ensure(0, count);
        int first = offsets[from];
        int[] starts = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            starts[i] = offsets[from + i] - first;
        }
        byte[] bytes = Arrays.copyOfRange(arena, first, offsets[to] + StringColumn.PADDING);
        batch.bytes = new StringColumn(bytes, starts, count);
        System.arraycopy(hashOf, from, batch.hashes, 0, count);
    }

    @Override
    public long sizeBytes() {
        return 8L * slots.length + arena.length + 12L * hashOf.length + 4;
    }
}
