package io.millrace.mergetree.read;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import io.millrace.mergetree.mark.Granularity;
import io.millrace.mergetree.mark.MarkRange;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.stream.ColumnReader;
import io.millrace.mergetree.stream.SparseReader;
import io.millrace.mergetree.stream.SparseRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A column that the part has: decoded from its streams, going on without a seek where granules follow one another. */
final class StoredColumn implements ColumnSource {
    private final Part part;
    private final String name;
    private final ColumnReader reader;
    private final Granularity cut;
    private int position = -1;

    StoredColumn(Part part, String name, ColumnReader reader) {
        this.part = part;
        this.name = name;
        this.reader = reader;
        this.cut = part.granularity();
    }

    @Override
    public Column read(List<MarkRange> ranges, int rows) {
        return read(ranges, rows, reader::finish);
    }

    @Override
    public Optional<SparseRows> readSparse(List<MarkRange> ranges, int rows) {
        return reader instanceof SparseReader sparse
                ? Optional.of(read(ranges, rows, sparse::finishSparse))
                : Optional.empty();
    }

    private <T> T read(List<MarkRange> ranges, int rows, Supplier<T> finish) {
        try {
            reader.begin(rows);
            for (MarkRange range : ranges) {
                if (part.isCompact()) {
                    readGranules(range);
                } else {
                    if (position != range.begin()) {
                        reader.seek(range.begin());
                    }
                    reader.read((int) cut.rows(range.begin(), range.end()));
                    position = range.end();
                }
            }
            return finish.get();
        } catch (DbException e) {
            position = -1;
            throw e.during("while reading column " + name + " of part " + part.directory());
        }
    }

    @Override
    public void recycle(Column column) {
        reader.recycle(column);
    }

    private void readGranules(MarkRange range) {
        for (int granule = range.begin(); granule < range.end(); granule++) {
            reader.seek(granule);
            reader.prefix();
            reader.read(cut.rows(granule));
        }
    }
}
