package io.millrace.compression.frame;

/**
 * How much a reader of frames believes.
 *
 * @param verifyChecksum whether checksums are compared; off only by explicit wish of a user
 * @param maxBlockBytes largest compressed and largest raw size of one block
 */
public record FrameLimits(boolean verifyChecksum, int maxBlockBytes) {
    /** Checksums verified, blocks up to 1 GiB: ClickHouse's limits. */
    public static final FrameLimits DEFAULT = new FrameLimits(true, 1 << 30);

    /** The same without comparing checksums ({@code http_native_compression_disable_checksumming_on_decompress}). */
    public FrameLimits withoutChecksums() {
        return new FrameLimits(false, maxBlockBytes);
    }
}
