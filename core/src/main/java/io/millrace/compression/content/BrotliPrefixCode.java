package io.millrace.compression.content;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A prefix code of brotli (RFC 7932, section 3) for one alphabet, made from how often its symbols occur. Not thread-safe.
 */
final class BrotliPrefixCode {
    private static final int MAX_LENGTH = 15;
    private static final int MAX_LENGTH_OF_LENGTHS = 5;
    private static final int REPEAT_ZERO = 17;
    private static final int[] ORDER_OF_LENGTHS = {1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int[] LENGTH_CODE_BITS = {0, 7, 3, 2, 1, 15};
    private static final int[] LENGTH_CODE_SIZES = {2, 4, 3, 2, 2, 4};

    private final int[] lengths;
    private final int[] codes;
    private final int used;
    private final int last;

    BrotliPrefixCode(int[] counts) {
        int symbols = 0;
        int lastUsed = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                symbols++;
                lastUsed = i;
            }
        }
        used = symbols;
        last = lastUsed;
        lengths = lengths(counts, MAX_LENGTH);
        codes = codes(lengths);
    }

    /** Writes one symbol; nothing if it is the only one. */
    void put(int symbol, BrotliBits out) {
        if (used > 1) {
            out.put(codes[symbol], lengths[symbol]);
        }
    }

    /**
     * Writes the code itself.
     *
     * @param symbolBits how many bits a symbol of the alphabet takes
     */
    void describe(int symbolBits, BrotliBits out) {
        if (used <= 1) {
            // A simple code of one symbol.
            out.put(1, 2);
            out.put(0, 2);
            out.put(last, symbolBits);
            return;
        }
        List<int[]> sequence = sequence();
        int[] counts = new int[18];
        sequence.forEach(item -> counts[item[0]]++);
        int[] sizes = lengths(counts, MAX_LENGTH_OF_LENGTHS);
        int[] sequenceCodes = codes(sizes);
        int kinds = 0;
        for (int count : counts) {
            kinds += count > 0 ? 1 : 0;
        }
        out.put(0, 2);
        int space = 32;
        for (int i = 0; i < ORDER_OF_LENGTHS.length && space > 0; i++) {
            int symbol = ORDER_OF_LENGTHS[i];
            int size = kinds == 1 && counts[symbol] > 0 ? 1 : sizes[symbol];
            out.put(LENGTH_CODE_BITS[size], LENGTH_CODE_SIZES[size]);
            space -= size > 0 ? 32 >> size : 0;
        }
        for (int[] item : sequence) {
            if (kinds > 1) {
                out.put(sequenceCodes[item[0]], sizes[item[0]]);
            }
            if (item[0] == REPEAT_ZERO) {
                out.put(item[1], 3);
            }
        }
    }

    /** The lengths up to the last one that is not zero; runs of zeros are shortened. */
    private List<int[]> sequence() {
        List<int[]> sequence = new ArrayList<>();
        int zeros = 0;
        for (int i = 0; i <= last; i++) {
            if (lengths[i] == 0) {
                zeros++;
            } else {
                zeros(zeros, sequence);
                zeros = 0;
                sequence.add(new int[] {lengths[i], 0});
            }
        }
        return sequence;
    }

    /** Repeats behind one another multiply, so the digits of the count are written, the highest first. */
    private static void zeros(int count, List<int[]> sequence) {
        int rest = count;
        if (rest == 11) {
            sequence.add(new int[] {0, 0});
            rest--;
        }
        if (rest < 3) {
            for (int i = 0; i < rest; i++) {
                sequence.add(new int[] {0, 0});
            }
            return;
        }
        rest -= 3;
        int at = sequence.size();
        while (true) {
            sequence.add(at, new int[] {REPEAT_ZERO, rest & 7});
            rest >>= 3;
            if (rest == 0) {
                return;
            }
            rest--;
        }
    }

    private record Node(long weight, int order, int symbol, int left, int right) {}

    /** Lengths of Huffman's code; rare symbols are taken for more frequent until none is too long. */
    static int[] lengths(int[] counts, int longest) {
        int[] lengths = new int[counts.length];
        for (int least = 1; ; least *= 2) {
            List<Node> nodes = new ArrayList<>();
            PriorityQueue<Integer> queue = new PriorityQueue<>((a, b) -> {
                Node x = nodes.get(a);
                Node y = nodes.get(b);
                return x.weight != y.weight ? Long.compare(x.weight, y.weight) : Integer.compare(x.order, y.order);
            });
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    nodes.add(new Node(Math.max(counts[i], least), i, i, -1, -1));
                    queue.add(nodes.size() - 1);
                }
            }
            if (queue.size() < 2) {
                return lengths;
            }
            while (queue.size() > 1) {
                int left = queue.remove();
                int right = queue.remove();
                long weight = nodes.get(left).weight + nodes.get(right).weight;
                nodes.add(new Node(weight, counts.length + nodes.size(), -1, left, right));
                queue.add(nodes.size() - 1);
            }
            if (depths(nodes, lengths) <= longest) {
                return lengths;
            }
        }
    }

    /** A node stands behind its children, so one pass backwards is enough. */
    private static int depths(List<Node> nodes, int[] lengths) {
        int[] depth = new int[nodes.size()];
        int deepest = 0;
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.symbol >= 0) {
                lengths[node.symbol] = depth[i];
                deepest = Math.max(deepest, depth[i]);
            } else {
                depth[node.left] = depth[i] + 1;
                depth[node.right] = depth[i] + 1;
            }
        }
        return deepest;
    }

    /** The canonical codes of some lengths, their first bit lowest. */
    private static int[] codes(int[] lengths) {
        int[] next = new int[MAX_LENGTH + 2];
        for (int length : lengths) {
            next[length + 1] += length > 0 ? 1 : 0;
        }
        for (int i = 2; i < next.length; i++) {
            next[i] = next[i] + next[i - 1] << 1;
        }
        // next[n + 1] counted the codes of n bits; shifted once, next[n] is where those of n bits begin.
        int[] codes = new int[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] > 0) {
                codes[i] = Integer.reverse(next[lengths[i]]++) >>> (32 - lengths[i]);
            }
        }
        return codes;
    }
}
