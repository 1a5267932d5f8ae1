package io.millrace.formats.arrow;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.compression.content.ContentCoding;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import io.millrace.formats.arrow.Flat.Structs;
import io.millrace.formats.arrow.Flat.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Writes a schema and a record batch per block, in a file also a footer that tells where they are. */
final class ArrowWriter implements BlockWriter {
    static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);

    private static final int VERSION = 4;
    private static final int SCHEMA = 1;
    private static final int RECORD_BATCH = 3;

    private final FormatOutput output;
    private final Table schema;
    private final boolean file;
    private final Optional<ContentCoding> coding;
    private boolean started;
    private long written;
    private long[] blocks = new long[48];
    private int blockWords;

    ArrowWriter(FormatOutput output, Header header, FormatContext context, boolean file) {
        this.output = output;
        this.file = file;
        schema = new ArrowSchema(context).schema(header);
        String method = context.settings().get(ArrowSettings.COMPRESSION);
        coding = switch (method) {
            case "lz4_frame" -> Optional.of(ContentCoding.LZ4);
            case "zstd" -> Optional.of(ContentCoding.ZSTD);
            case "none" -> Optional.empty();
            default ->
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Unexpected value of ArrowCompression: '" + method
                                + "'. Must be one of ['none', 'lz4_frame', 'zstd']");
        };
    }

    private void start() {
        if (started) {
            return;
        }
        started = true;
        if (file) {
            byte[] head = Arrays.copyOf(MAGIC, 8);
            output.sink().put(head);
            written += head.length;
        }
        message(SCHEMA, schema, new ByteSink());
    }

    /** Writes one message; returns the length of its metadata with the prefix. */
    private int message(int kind, Table content, ByteSink body) {
        byte[] metadata = Flat.bytes(
                new Table().int16(0, VERSION).int8(1, kind).child(2, content).int64(3, body.size()));
        ByteSink out = output.sink();
        out.putInt(-1);
        out.putInt(metadata.length);
        out.put(metadata);
        out.put(body.array(), 0, body.size());
        output.drain();
        written += 8L + metadata.length + body.size();
        return 8 + metadata.length;
    }

    @Override
    public void write(Block block) {
        start();
        if (block.rows() == 0) {
            return;
        }
        ArrowBatch batch = new ArrowBatch(coding);
        batch.add(block);
        long position = written;
        int metadata = message(RECORD_BATCH, batch.table(block.rows()), batch.body());
        blocks = blockWords + 3 > blocks.length ? Arrays.copyOf(blocks, blocks.length * 2) : blocks;
        blocks[blockWords++] = position;
        blocks[blockWords++] = metadata;
        blocks[blockWords++] = batch.body().size();
    }

    @Override
    public void finish(ResultStatistics statistics) {
        start();
        ByteSink out = output.sink();
        out.putInt(-1);
        out.putInt(0);
        if (file) {
            byte[] footer = Flat.bytes(new Table()
                    .int16(0, VERSION)
                    .child(1, schema)
                    .child(2, new Structs(new long[0], 3))
                    .child(3, new Structs(Arrays.copyOf(blocks, blockWords), 3)));
            out.put(footer);
            out.putInt(footer.length);
            out.put(MAGIC);
        }
        output.drain();
    }
}
