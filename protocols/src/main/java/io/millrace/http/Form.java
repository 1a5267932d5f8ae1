package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.http.HttpRequest;
import io.millrace.net.http.MultipartBody;
import io.millrace.net.http.MultipartBody.Part;
import io.millrace.net.http.QueryParameters;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A request's multipart form: its fields are parameters like those of the address, its files become tables of the query as
 * they arrive.
 */
final class Form {
    /** All fields together; files are not kept in memory. */
    private static final long MOST_FIELD_BYTES = 64 << 20;

    private static final int MOST_FIELDS = 1000;

    private Form() {}

    /** Takes a file of the form. */
    interface Files {
        /**
         * @param known parameters of the address and fields before the file
         */
        void take(Part file, QueryParameters known) throws IOException;
    }

    /** Reads the whole body; answers the parameters of the address with the form's fields behind them. */
    static QueryParameters read(HttpRequest request, InputStream body, Files files) throws IOException {
        MultipartBody parts = MultipartBody.of(body, request.headers().get("Content-Type"));
        QueryParameters known = request.parameters();
        long room = MOST_FIELD_BYTES;
        int fields = 0;
        for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            fields++;
            if (fields > MOST_FIELDS) {
                throw new DbException(ErrorCode.BAD_ARGUMENTS, "Too many form fields");
            }
            if (part.get().isFile()) {
                files.take(part.get(), known);
            } else {
                byte[] value = part.get().content().readNBytes((int) room + 1);
                room -= value.length;
                if (room < 0) {
                    throw new DbException(
                            ErrorCode.TOO_LARGE_STRING_SIZE,
                            "The fields of the form have more than " + MOST_FIELD_BYTES
                                    + " bytes. Send large data as a file of the form");
                }
                known = known.and(part.get().name(), value);
            }
        }
        return known;
    }
}
