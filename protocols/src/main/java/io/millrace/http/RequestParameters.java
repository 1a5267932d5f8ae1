package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingRegistry;
import io.millrace.base.setting.Settings;
import io.millrace.net.http.HttpHeaders;
import io.millrace.net.http.HttpRequest;
import io.millrace.net.http.MultipartBody;
import io.millrace.net.http.QueryParameters;
import io.millrace.net.http.QueryParameters.Parameter;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request's address and headers say about its query: a few reserved names, {@code param_*}, and settings.
 * Immutable once made.
 */
final class RequestParameters {
    /** Names that are never settings. */
    private static final Set<String> RESERVED = Set.of(
            "query",
            "database",
            "default_format",
            "user",
            "password",
            "quota_key",
            "query_id",
            "stacktrace",
            "role",
            "buffer_size",
            "wait_end_of_query",
            "session_id",
            "session_timeout",
            "session_check",
            "close_session",
            "client_protocol_version",
            "compress",
            "decompress");

    private static final String PARAMETER = "param_";
    /** Endings of names in a form that describe external tables. */
    private static final List<String> OF_TABLES = List.of("_format", "_types", "_structure");

    private final HttpRequest request;
    private final QueryTerms terms;
    private final QueryParameters all;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /**
     * @param terms of the handler that the request came to
     * @param all of the address, and fields of the form if there is one
     */
    RequestParameters(HttpRequest request, QueryTerms terms, QueryParameters all) {
        this.request = request;
        this.terms = terms;
        this.all = all;
        boolean form = MultipartBody.isMultipart(request.headers().get("Content-Type"));
        Set<String> named = terms.names();
        for (Parameter parameter : all.all()) {
            String name = parameter.name();
            if (name.startsWith(PARAMETER)) {
                parameters.putIfAbsent(name.substring(PARAMETER.length()), parameter.value());
            } else if (named.contains(name)) {
                parameters.putIfAbsent(name, parameter.value());
            } else if (!name.isEmpty()
                    && !RESERVED.contains(name)
                    && !name.equals(terms.parameter())
                    && !(form && isOfTable(name))) {
                settings.put(name, parameter.value());
            }
        }
        parameters.putAll(terms.captured(request));
    }

    private static boolean isOfTable(String name) {
        return OF_TABLES.stream().anyMatch(name::endsWith)
                && SettingRegistry.find(name).isEmpty();
    }

    Map<String, String> settings() {
        return settings;
    }

    /** Values of {@code {name:Type}}. */
    Map<String, String> parameters() {
        return parameters;
    }

    /** The text in {@code query=}, of the address and then of the form; bytes, because a statement may hold any. */
    byte[] query() {
        ByteArrayOutputStream query = new ByteArrayOutputStream();
        for (Parameter parameter : all.all()) {
            if (parameter.name().equals(terms.parameter())) {
                query.writeBytes(parameter.bytes());
            }
        }
        return query.toByteArray();
    }

    /** How much of the result is held back, and whether all of it. */
    HeldBody.Amount held(Settings session) {
        String given = text("buffer_size").orElse("");
        long bytes;
        try {
            bytes = given.isEmpty() ? setting(HttpSettings.RESPONSE_BUFFER_SIZE, session) : Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw new DbException(ErrorCode.CANNOT_PARSE_NUMBER, "Cannot parse '" + given + "' as buffer_size");
        }
        boolean toTheEnd = isOn("wait_end_of_query") || setting(HttpSettings.WAIT_END_OF_QUERY, session);
        return new HeldBody.Amount(bytes, toTheEnd);
    }

    /**
     * @throws DbException BAD_ARGUMENTS when the key of the quota is given twice
     */
    void check() {
        if (text("quota_key").isPresent() && header("X-ClickHouse-Quota").isPresent()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "It is not allowed to use both the parameter 'quota_key' and the header 'X-ClickHouse-Quota'");
        }
    }

    /** What quotas count the request under; empty for nothing. */
    String quotaKey() {
        return headerOr("X-ClickHouse-Quota", "quota_key").orElse("");
    }

    Optional<String> database() {
        return headerOr("X-ClickHouse-Database", "database");
    }

    Optional<String> defaultFormat() {
        return headerOr("X-ClickHouse-Format", "default_format");
    }

    /**
     * Which Native format the client understands; 0 when it does not say.
     *
     * @throws DbException BAD_REQUEST_PARAMETER
     */
    int protocolRevision() {
        String text = text("client_protocol_version").orElse("0");
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new DbException(
                    ErrorCode.BAD_REQUEST_PARAMETER,
                    "client_protocol_version must be a whole number, not '" + text + "'");
        }
    }

    /** The client's id of the query, without control characters. */
    Optional<String> queryId() {
        Optional<String> given = text("query_id").or(() -> header("X-ClickHouse-Query-Id"));
        return given.map(id -> id.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .filter(id -> !id.isEmpty());
    }

    /** The roles that are to be current for this request. */
    List<String> roles() {
        return request.parameters().all().stream()
                .filter(p -> p.name().equals("role") && !p.value().isEmpty())
                .map(Parameter::value)
                .toList();
    }

    /** Whether a parameter such as {@code compress} is switched on. */
    boolean isOn(String name) {
        return text(name).filter(v -> v.equals("1") || v.equals("true")).isPresent();
    }

    /**
     * @throws DbException SESSION_ID_EMPTY
     */
    Optional<String> sessionId() {
        Optional<String> id = all.first("session_id");
        if (id.filter(String::isEmpty).isPresent()) {
            throw new DbException(
                    ErrorCode.SESSION_ID_EMPTY, "Session id query parameter was provided, but it was empty");
        }
        return id;
    }

    /**
     * @throws DbException INVALID_SESSION_TIMEOUT
     */
    Duration sessionTimeout(HttpDoorOptions options) {
        Optional<String> text = text("session_timeout");
        if (text.isEmpty()) {
            return options.sessionTimeout();
        }
        long seconds;
        try {
            seconds = Long.parseUnsignedLong(text.get());
        } catch (NumberFormatException e) {
            throw new DbException(ErrorCode.INVALID_SESSION_TIMEOUT, "Invalid session timeout: '" + text.get() + "'");
        }
        if (Long.compareUnsigned(seconds, options.maxSessionTimeout().toSeconds()) > 0) {
            throw new DbException(
                    ErrorCode.INVALID_SESSION_TIMEOUT,
                    "Session timeout '" + text.get() + "' is larger than max_session_timeout: "
                            + options.maxSessionTimeout().toSeconds()
                            + ". Maximum session timeout could be modified in configuration file.");
        }
        return Duration.ofSeconds(seconds);
    }

    /** A setting as this request has it: from its address, otherwise the session's. */
    <T> T setting(Setting<T> setting, Settings session) {
        String text = settings.get(setting.name());
        return text == null ? session.get(setting) : setting.parse(text);
    }

    /** What was chosen for a setting, by the request, the session or a profile; empty if nobody did. */
    <T> Optional<T> chosen(Setting<T> setting, Settings session) {
        boolean chosen = settings.containsKey(setting.name()) || session.isChanged(setting);
        return chosen ? Optional.of(setting(setting, session)) : Optional.empty();
    }

    private Optional<String> headerOr(String header, String parameter) {
        return header(header).or(() -> text(parameter));
    }

    private Optional<String> header(String name) {
        HttpHeaders headers = request.headers();
        return headers.first(name).filter(v -> !v.isEmpty());
    }

    Optional<String> text(String name) {
        return all.first(name).filter(v -> !v.isEmpty());
    }
}
