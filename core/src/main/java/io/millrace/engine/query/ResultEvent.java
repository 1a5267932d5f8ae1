package io.millrace.engine.query;

import io.millrace.base.error.DbException;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.Optional;

/** What a door hears of a running query: one Started, then rows or bytes, then exactly one Failed or Finished. Progress may come at any time. */
public sealed interface ResultEvent {
    /**
     * The shape of the result is known; nothing has been computed perhaps.
     *
     * @param format name of the format of {@link Bytes}, and its content type; empty when there is no result
     */
    record Started(Header header, Optional<FormatInfo> format) implements ResultEvent {}

    /** A format as doors announce it. */
    record FormatInfo(String name, String contentType) {}

    /** Rows of the result. */
    record Rows(Block block) implements ResultEvent {}

    /** Formatted bytes of the result; the array is the receiver's. */
    record Bytes(byte[] bytes) implements ResultEvent {}

    /** The row of WITH TOTALS. */
    record TotalRow(Block block) implements ResultEvent {}

    /** Nothing new within the time waited for. */
    record Progress(QueryProgress.Counts counts) implements ResultEvent {}

    /**
     * The query has failed; what was delivered so far is not the whole result.
     *
     * @param inResult whether the format has told so, and its end was delivered ({@code http_write_exception_in_output_format})
     */
    record Failed(DbException error, boolean inResult) implements ResultEvent {
        public Failed(DbException error) {
            this(error, false);
        }
    }

    /** The query is done. */
    record Finished(QueryProgress.Counts counts) implements ResultEvent {}
}
