package io.millrace.net.http;

/**
 * How large a request may be; immutable. Sizes are in bytes.
 *
 * @param maxUri the request target ({@code http_max_uri_size}); beyond it 414
 * @param maxFields header fields, and query parameters ({@code http_max_fields}); beyond it 431 or 400
 * @param maxFieldName one header or parameter name ({@code http_max_field_name_size})
 * @param maxFieldValue one header value ({@code http_max_field_value_size}); a parameter is only bound by the target
 * @param maxHead all header lines together ({@code http_max_request_header_size})
 * @param maxBody the body; beyond it 413
 * @param maxDrain how much unread body is discarded to keep a connection alive
 */
public record HttpLimits(
        int maxUri, int maxFields, int maxFieldName, int maxFieldValue, int maxHead, long maxBody, long maxDrain) {

    /** ClickHouse 26.7's defaults, and at most 1 MiB drained. */
    public static HttpLimits defaults() {
        return new HttpLimits(1 << 20, 1000, 4096, 131_072, 10 << 20, Long.MAX_VALUE, 1 << 20);
    }

    public HttpLimits withMaxBody(long bytes) {
        return new HttpLimits(maxUri, maxFields, maxFieldName, maxFieldValue, maxHead, bytes, maxDrain);
    }
}
