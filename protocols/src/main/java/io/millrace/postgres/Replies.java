package io.millrace.postgres;

import io.millrace.base.io.ByteSink;
import io.millrace.net.pgwire.BigEndian;
import io.millrace.net.pgwire.MessageWriter;
import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The messages of the server that are not rows. For one connection's thread. */
final class Replies {
    private final MessageWriter out;

    Replies(MessageWriter out) {
        this.out = out;
    }

    MessageWriter writer() {
        return out;
    }

    void error(PgError e) throws IOException {
        report('E', e.isFatal() ? "FATAL" : "ERROR", e);
    }

    void warning(String state, String message) throws IOException {
        report('N', "WARNING", new PgError(state, message));
    }

    void notice(String message) throws IOException {
        report('N', "NOTICE", new PgError("00000", message));
    }

    private void report(char type, String severity, PgError e) throws IOException {
        ByteSink message = out.begin(type);
        field(message, 'S', severity);
        field(message, 'V', severity);
        field(message, 'C', e.state());
        field(message, 'M', e.getMessage());
        e.detail().ifPresent(text -> field(message, 'D', text));
        e.hint().ifPresent(text -> field(message, 'H', text));
        e.context().ifPresent(text -> field(message, 'W', text));
        message.putByte(0);
        out.end();
    }

    private static void field(ByteSink message, char code, String text) {
        message.putByte(code);
        MessageWriter.string(message, text);
    }

    void notification(Channels.Notification notification) throws IOException {
        ByteSink message = out.begin('A');
        BigEndian.putInt(message, notification.process());
        MessageWriter.string(message, notification.channel());
        MessageWriter.string(message, notification.payload());
        out.end();
    }

    void authenticationOk() throws IOException {
        BigEndian.putInt(out.begin('R'), 0);
        out.end();
    }

    void parameterStatus(String name, String value) throws IOException {
        ByteSink message = out.begin('S');
        MessageWriter.string(message, name);
        MessageWriter.string(message, value);
        out.end();
    }

    void backendKey(CancelKeys.Key key) throws IOException {
        ByteSink message = out.begin('K');
        BigEndian.putInt(message, key.process());
        message.put(key.secret());
        out.end();
    }

    /** Says that the next command may come, and sends all that is buffered. */
    void ready(char status) throws IOException {
        out.begin('Z').putByte(status);
        out.end();
        out.flush();
    }

    void complete(String tag) throws IOException {
        MessageWriter.string(out.begin('C'), tag);
        out.end();
    }

    void rowDescription(List<ResultColumn> columns, IntUnaryOperator format) throws IOException {
        if (columns.size() > Short.MAX_VALUE) {
            throw new PgError("54011", "a result can have at most 32767 columns");
        }
        ByteSink message = out.begin('T');
        BigEndian.putShort(message, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            ResultColumn column = columns.get(i);
            MessageWriter.string(message, column.name());
            BigEndian.putInt(message, 0);
            BigEndian.putShort(message, 0);
            BigEndian.putInt(message, column.wire().oid());
            BigEndian.putShort(message, column.wire().length());
            BigEndian.putInt(message, column.wire().modifier());
            BigEndian.putShort(message, format.applyAsInt(i));
        }
        out.end();
    }

    void parameterDescription(List<Command.Parameter> parameters) throws IOException {
        ByteSink message = out.begin('t');
        BigEndian.putShort(message, parameters.size());
        for (Command.Parameter parameter : parameters) {
            BigEndian.putInt(message, parameter.wire().oid());
        }
        out.end();
    }

    /** {@code CopyInResponse} or {@code CopyOutResponse}. */
    void copyResponse(char type, boolean binary, int columns) throws IOException {
        ByteSink message = out.begin(type);
        message.putByte(binary ? 1 : 0);
        BigEndian.putShort(message, columns);
        for (int i = 0; i < columns; i++) {
            BigEndian.putShort(message, binary ? 1 : 0);
        }
        out.end();
    }
}
