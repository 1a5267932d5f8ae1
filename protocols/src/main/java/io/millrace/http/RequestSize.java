package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.Settings;
import io.millrace.net.http.HttpException;
import io.millrace.net.http.HttpRequest;
import io.millrace.net.http.QueryParameters.Parameter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * How large the request of one user may be, as the profile or the address says. What every request is held to before anybody knows its user is in
 * {@link io.millrace.net.http.HttpLimits}; settings can only ask for less. Stateless.
 */
final class RequestSize {
    private RequestSize() {}

    /**
     * @throws HttpException 400, 414 or 431 when the head is larger than allowed
     */
    static void check(HttpRequest request, RequestParameters parameters, Settings session) throws HttpException {
        long maxName = parameters.setting(HttpSettings.MAX_FIELD_NAME, session);
        long maxValue = parameters.setting(HttpSettings.MAX_FIELD_VALUE, session);
        long maxFields = parameters.setting(HttpSettings.MAX_FIELDS, session);
        if (request.uri().length() > parameters.setting(HttpSettings.MAX_URI, session)) {
            throw new HttpException(414, "URI is too long: " + allows(HttpSettings.MAX_URI));
        }
        if (request.headers().size() > maxFields) {
            throw new HttpException(431, "Too many header fields: " + allows(HttpSettings.MAX_FIELDS));
        }
        for (int i = 0; i < request.headers().size(); i++) {
            if (request.headers().name(i).length() > maxName) {
                throw new HttpException(431, "A header field is too long: " + allows(HttpSettings.MAX_FIELD_NAME));
            }
            if (request.headers().value(i).length() > maxValue) {
                throw new HttpException(431, "A header field is too long: " + allows(HttpSettings.MAX_FIELD_VALUE));
            }
        }
        if (request.parameters().all().size() > maxFields) {
            throw HttpException.bad("Too many form fields: " + allows(HttpSettings.MAX_FIELDS));
        }
        for (Parameter parameter : request.parameters().all()) {
            if (parameter.name().getBytes(StandardCharsets.UTF_8).length > maxName) {
                throw HttpException.bad("Field name too long: " + allows(HttpSettings.MAX_FIELD_NAME));
            }
        }
    }

    private static String allows(Setting<Long> setting) {
        return "the setting " + setting.name() + " does not allow it";
    }

    /** A form's body that fails with LIMIT_EXCEEDED when it is longer than allowed. */
    static InputStream form(InputStream body, long most) {
        return new FilterInputStream(body) {
            private long left = most;

            @Override
            public int read() throws IOException {
                int value = super.read();
                count(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                count(Math.max(0, count));
                return count;
            }

            private void count(int bytes) {
                left -= bytes;
                if (left < 0) {
                    throw new DbException(
                            ErrorCode.LIMIT_EXCEEDED,
                            "The form has more than " + most + " bytes, the maximum size of multipart/form-data."
                                    + " This limit can be tuned by the setting 'http_max_multipart_form_data_size'");
                }
            }
        };
    }
}
