package io.millrace.mergetree.read;

import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.stream.FrameSource;
import io.millrace.mergetree.stream.ReadStreams;
import io.millrace.mergetree.stream.StreamReader;
import java.util.Optional;

/**
 * The streams of one column of a part. In Compact parts they share the decoded blocks of the one data file; where marks have one position per column only,
 * they are one stream that is read in writing order.
 */
final class PartStreams implements ReadStreams {
    private final Part part;
    private final String column;
    private final OpenFiles files;
    private Optional<FrameSource> shared = Optional.empty();
    private Optional<StreamReader> single = Optional.empty();

    PartStreams(Part part, String column, OpenFiles files) {
        this.part = part;
        this.column = column;
        this.files = files;
    }

    @Override
    public Optional<StreamReader> open(String streamName) {
        if (isCompact() && part.content().marks().version() == 3) {
            if (single.isEmpty()) {
                single = Optional.of(new StreamReader(dataFile(), part.columnMarks(column)));
            }
            return single;
        }
        if (!part.hasStream(streamName)) {
            return Optional.empty();
        }
        FrameSource frames = isCompact() ? dataFile() : new FrameSource(files.open(part, part.fileOf(streamName)));
        return Optional.of(new StreamReader(frames, part.marks(streamName)));
    }

    private FrameSource dataFile() {
        if (shared.isEmpty()) {
            shared = Optional.of(new FrameSource(files.open(part, "data.bin")));
        }
        return shared.get();
    }

    @Override
    public boolean isCompact() {
        return part.isCompact();
    }
}
