package io.millrace.postgres;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.net.pgwire.ValueWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The arguments of EXECUTE: expressions without columns, computed by a query of their own. */
final class Arguments {
    private final Client client;
    private final Executor executor;

    Arguments(Client client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    ParameterValue value(String text, Command.Parameter parameter) {
        Command command = executor.compiler().query("SELECT " + text, List.of());
        List<ResultColumn> columns = command.columns().orElse(List.of());
        if (columns.size() != 1) {
            throw new PgError(SqlState.SYNTAX, "EXECUTE takes one value for each parameter, not " + text);
        }
        ValueWriter writer =
                ValueWriter.text(columns.getFirst().type(), columns.getFirst().wire(), client.wireOptions());
        try (RowSource rows = executor.source(command, List.of())) {
            Optional<Block> block = rows.next();
            if (block.isEmpty()) {
                return ParameterValue.ofNull(parameter);
            }
            writer.bind(block.get().column(0));
            if (writer.isNull(0)) {
                return ParameterValue.ofNull(parameter);
            }
            ByteSink out = new ByteSink();
            writer.write(0, out);
            byte[] bytes = Arrays.copyOf(out.array(), out.size());
            return ParameterValue.read(parameter, 0, bytes, 0, bytes.length, client.wireOptions());
        }
    }
}
