package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.net.pgwire.MessageReader;
import io.millrace.postgres.Portal.Bound;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads Bind messages: values for a statement's parameters, and the formats of its result. */
final class BindReader {
    private static final int SHOWN = 100;

    private final Client client;
    private final MessageReader in;

    BindReader(Client client, MessageReader in) {
        this.client = client;
        this.in = in;
    }

    /** A portal under the name that it is to have. */
    record Message(String name, Portal portal) {}

    Message read() {
        String name = in.string();
        String statementName = in.string();
        int[] formats = formats();
        Command command = client.prepared().get(statementName).command();
        List<Command.Parameter> parameters = command.parameters();
        int given = in.count();
        if (formats.length > 1 && formats.length != given) {
            throw violation("bind message has " + formats.length + " parameter formats but " + given + " parameters");
        }
        if (given != parameters.size()) {
            throw violation("bind message supplies " + given + " parameters, but prepared statement \"" + statementName
                    + "\" requires " + parameters.size());
        }
        List<ParameterValue> values = new ArrayList<>();
        for (int i = 0; i < given; i++) {
            int format = formats.length == 0 ? 0 : formats[formats.length == 1 ? 0 : i];
            values.add(value(parameters.get(i), format, name, i + 1));
        }
        int[] resultFormats = formats();
        in.end();
        int columns = command.columns().map(List::size).orElse(0);
        if (resultFormats.length > 1 && resultFormats.length != columns) {
            throw violation("bind message has " + resultFormats.length + " result formats but query has " + columns
                    + " columns");
        }
        return new Message(name, new Portal(new Bound(command, values), resultFormats, false));
    }

    private static PgError violation(String message) {
        return new PgError(SqlState.PROTOCOL_VIOLATION, message);
    }

    private int[] formats() {
        int[] formats = new int[in.count()];
        for (int i = 0; i < formats.length; i++) {
            formats[i] = in.int16();
            if (formats[i] != 0 && formats[i] != 1) {
                throw new PgError(SqlState.INVALID_VALUE, "unsupported format code: " + formats[i]);
            }
        }
        return formats;
    }

    private ParameterValue value(Command.Parameter parameter, int format, String portal, int number) {
        int length = in.int32();
        if (length == -1) {
            return ParameterValue.ofNull(parameter);
        }
        int from = in.skip(length);
        try {
            return ParameterValue.read(parameter, format, in.bytes(), from, length, client.wireOptions());
        } catch (DbException e) {
            String where = portal.isEmpty() ? "unnamed portal" : "portal \"" + portal + "\"";
            String shown = format == 0 ? " = '" + shown(from, length) + "'" : "";
            throw PgError.of(e, client.engine().version(), client.session().database())
                    .at(where + " parameter $" + number + shown);
        }
    }

    private String shown(int from, int length) {
        String text = new String(in.bytes(), from, Math.min(length, SHOWN), StandardCharsets.UTF_8);
        return length > SHOWN ? text + "..." : text;
    }
}
