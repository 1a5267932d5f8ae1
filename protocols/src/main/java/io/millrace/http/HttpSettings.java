package io.millrace.http;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingType;
import java.util.List;

/** Settings that shape replies over HTTP. */
@Builtin("HttpSettings")
final class HttpSettings implements Setting.Group {
    static final Setting<Boolean> ENABLE_HTTP_COMPRESSION = Setting.bool(
            "enable_http_compression", true, "Compress the reply if the client's Accept-Encoding allows it.");
    static final Setting<Long> HTTP_ZLIB_COMPRESSION_LEVEL = Setting.of(
            "http_zlib_compression_level", SettingType.Kind.INT64, 3L, "How hard replies are compressed, from 1 to 9.");
    static final Setting<Boolean> UNCHECKED_FRAMES = Setting.bool(
            "http_native_compression_disable_checksumming_on_decompress",
            false,
            "Do not compare checksums of a body with decompress=1.");
    static final Setting<Boolean> SEND_PROGRESS =
            Setting.bool("send_progress_in_http_headers", false, "Send X-ClickHouse-Progress while the query runs.");
    static final Setting<Long> PROGRESS_INTERVAL = Setting.uint64(
            "http_headers_progress_interval_ms", 100L, "Time between two X-ClickHouse-Progress headers.");
    static final Setting<Boolean> ADD_CORS_HEADER =
            Setting.bool("add_http_cors_header", false, "Allow any origin to read the reply.");
    static final Setting<Boolean> CANCEL_ON_CLOSE = Setting.bool(
            "cancel_http_readonly_queries_on_client_close",
            false,
            "End a SELECT when its client disconnects, because nobody can get its result. Where nobody sets it, the"
                    + " element cancel_queries_of_lost_clients of the configuration decides.");

    static final Setting<Long> RESPONSE_BUFFER_SIZE = Setting.uint64(
            "http_response_buffer_size", 0, "Bytes of a reply that are held back before anything is sent.");
    static final Setting<Boolean> WAIT_END_OF_QUERY = Setting.bool(
            "http_wait_end_of_query", false, "Send nothing before the query is done, so that errors are told apart.");
    static final Setting<String> RESPONSE_HEADERS = Setting.of(
            "http_response_headers",
            SettingType.Kind.MAP,
            "{}",
            "More header lines of the reply, as a map of strings.");
    static final Setting<Long> MAX_PARAMETER_BYTES = Setting.uint64(
            "http_max_request_param_data_size",
            10_485_760,
            "Largest body that a predefined query takes as a query parameter.");

    static final Setting<Long> MAX_URI = Setting.uint64(
            "http_max_uri_size", 1_048_576, "Bytes of a request's address, with its parameters; at most the default.");
    static final Setting<Long> MAX_FIELDS = Setting.uint64(
            "http_max_fields", 1000, "How many header lines, and parameters, a request may have; at most the default.");
    static final Setting<Long> MAX_FIELD_NAME = Setting.uint64(
            "http_max_field_name_size", 4096, "Bytes of a header's or parameter's name; at most the default.");
    static final Setting<Long> MAX_FIELD_VALUE =
            Setting.uint64("http_max_field_value_size", 131_072, "Bytes of a header's value; at most the default.");
    static final Setting<Long> MAX_FORM_BYTES =
            Setting.uint64("http_max_multipart_form_data_size", 1_073_741_824, "Bytes of a form with external tables.");

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                ENABLE_HTTP_COMPRESSION,
                HTTP_ZLIB_COMPRESSION_LEVEL,
                UNCHECKED_FRAMES,
                SEND_PROGRESS,
                PROGRESS_INTERVAL,
                ADD_CORS_HEADER,
                CANCEL_ON_CLOSE,
                RESPONSE_BUFFER_SIZE,
                WAIT_END_OF_QUERY,
                RESPONSE_HEADERS,
                MAX_PARAMETER_BYTES,
                MAX_URI,
                MAX_FIELDS,
                MAX_FIELD_NAME,
                MAX_FIELD_VALUE,
                MAX_FORM_BYTES);
    }
}
