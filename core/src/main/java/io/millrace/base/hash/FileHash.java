package io.millrace.base.hash;

/**
 * The chained hash of a whole file in {@code checksums.txt}: CityHash128 over consecutive 2048-byte pieces, each seeded
 * with the one before.
 *
 * <p>Streaming: feed bytes in any portions, then ask once. Not thread-safe. An empty file hashes to zero.
 */
public final class FileHash {
    private static final int PIECE_BYTES = 2048;

    private final byte[] piece = new byte[PIECE_BYTES];
    private final Hash128 state = new Hash128();
    private int filled;

    public void update(byte[] bytes, int off, int len) {
        int from = off;
        int rest = len;
        if (filled > 0) {
            int taken = Math.min(rest, PIECE_BYTES - filled);
            System.arraycopy(bytes, from, piece, filled, taken);
            filled += taken;
            from += taken;
            rest -= taken;
            if (filled < PIECE_BYTES) {
                return;
            }
            link(piece, 0, PIECE_BYTES);
            filled = 0;
        }
        while (rest >= PIECE_BYTES) {
            link(bytes, from, PIECE_BYTES);
            from += PIECE_BYTES;
            rest -= PIECE_BYTES;
        }
        System.arraycopy(bytes, from, piece, 0, rest);
        filled = rest;
    }

    /** Ends the stream and gives its hash, a fresh object; the hash can be used for another file afterwards. */
    public Hash128 finish() {
        if (filled > 0) {
            link(piece, 0, filled);
        }
        Hash128 result = new Hash128(state.low(), state.high());
        filled = 0;
        state.set(0, 0);
        return result;
    }

    private void link(byte[] bytes, int off, int len) {
        CityHash.hash128WithSeed(bytes, off, len, state.low(), state.high(), state);
    }
}
