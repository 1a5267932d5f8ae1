package io.millrace.mergetree.read;

import io.millrace.data.column.Bitmaps;
import io.millrace.mergetree.part.Part;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows of parts are to be seen: what FINAL leaves. Bit i of a part's bitmap is row i. Immutable; threads share it.
 */
public record RowMasks(Map<Part, long[]> visible) {
    /** Nothing is hidden. */
    public static final RowMasks NONE = new RowMasks(Map.of());

    public RowMasks {
        visible = Map.copyOf(visible);
    }

    Optional<long[]> of(Part part) {
        return Optional.ofNullable(visible.get(part));
    }

    /** Copies {@code rows} bits that begin at bit {@code from}. */
    static void copyBits(long[] source, long from, int rows, long[] target) {
        int word = (int) (from >>> 6);
        int shift = (int) (from & 63);
        int words = Bitmaps.words(rows);
        for (int i = 0; i < words; i++) {
            long low = source[word + i] >>> shift;
            long high = shift != 0 && word + i + 1 < source.length ? source[word + i + 1] << 64 - shift : 0;
            target[i] = low | high;
        }
        if ((rows & 63) != 0) {
            target[words - 1] &= (1L << rows) - 1;
        }
    }
}
