package io.millrace.formats;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.index.Seam;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import java.util.Optional;

/** A named format. Members are stateless and thread-safe; one file each. */
@Seam
public interface Format {
    /** Value of the Content-Type header of results. */
    String contentType();

    /** The canonical name, from the annotation. */
    default String name() {
        return getClass().getAnnotation(Builtin.class).value()[0];
    }

    /** A reader that makes blocks with exactly the columns of {@code wanted}. */
    default BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        throw new DbException(
                ErrorCode.FORMAT_IS_NOT_SUITABLE_FOR_INPUT, "Format " + name() + " is not suitable for input");
    }

    /** A writer of results with this header. */
    default BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        throw new DbException(
                ErrorCode.FORMAT_IS_NOT_SUITABLE_FOR_OUTPUT, "Format " + name() + " is not suitable for output");
    }

    /** How input is cut into pieces that can be read by different threads; empty when it must be read in order. */
    default Optional<Splitter> splitter(FormatContext context) {
        return Optional.empty();
    }
}
