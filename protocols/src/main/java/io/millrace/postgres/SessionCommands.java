package io.millrace.postgres;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;
import io.millrace.net.pgwire.WireType;
import io.millrace.postgres.Portal.Bound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out the statements about the session. */
final class SessionCommands {
    private final Client client;
    private final Replies replies;
    private final Executor executor;
    private final Cursors cursors;

    SessionCommands(Client client, Replies replies, Executor executor) {
        this.client = client;
        this.replies = replies;
        this.executor = executor;
        this.cursors = new Cursors(client, replies, executor);
    }

    void run(Command.OfSession command, Portal portal, boolean describe) throws IOException {
        switch (command.session()) {
            case SessionCommand.Assign assign -> assign(assign);
            case SessionCommand.Characteristics characteristics -> characteristics(characteristics);
            case SessionCommand.Show show -> show(show, portal, describe);
            case SessionCommand.ShowAll all -> showAll(portal, describe);
            case SessionCommand.Reset reset -> reset(reset);
            case SessionCommand.Begin begin -> begin(begin);
            case SessionCommand.Commit commit -> end("COMMIT", commit.chain());
            case SessionCommand.Rollback rollback -> end("ROLLBACK", rollback.chain());
            case SessionCommand.Savepoint savepoint -> {
                needBlock("SAVEPOINT");
                client.transaction().savepoint(savepoint.name());
                replies.complete("SAVEPOINT");
            }
            case SessionCommand.Release release -> {
                needBlock("RELEASE SAVEPOINT");
                client.transaction().release(release.name());
                replies.complete("RELEASE");
            }
            case SessionCommand.RollbackTo to -> {
                needBlock("ROLLBACK TO SAVEPOINT");
                client.transaction().rollbackTo(to.name());
                replies.complete("ROLLBACK");
            }
            case SessionCommand.Declare declare -> cursors.declare(declare, portal);
            case SessionCommand.Fetch fetch -> cursors.fetch(fetch, describe);
            case SessionCommand.Close close -> cursors.close(close);
            case SessionCommand.Discard discard -> discard(discard);
            case SessionCommand.Prepare prepare -> prepare(prepare);
            case SessionCommand.Execute execute -> execute(execute, describe);
            case SessionCommand.Deallocate deallocate -> deallocate(deallocate);
            case SessionCommand.Use use -> {
                use(use.database());
                replies.complete("USE");
            }
            case SessionCommand.Listen listen -> {
                client.listening().listen(listen.channel());
                replies.complete("LISTEN");
            }
            case SessionCommand.Unlisten unlisten -> {
                unlisten.channel().ifPresentOrElse(client.listening()::unlisten, client.listening()::unlistenAll);
                replies.complete("UNLISTEN");
            }
            case SessionCommand.Notify notify -> {
                client.notify(notify.channel(), notify.payload());
                replies.complete("NOTIFY");
            }
            case SessionCommand.Lock lock -> {
                needBlock("LOCK TABLE");
                replies.complete("LOCK TABLE");
            }
            case SessionCommand.Ignored ignored -> {
                replies.notice(ignored.notice());
                replies.complete(ignored.tag());
            }
            case SessionCommand.Nothing nothing -> {
                if (nothing.tag().equals("SET CONSTRAINTS")) {
                    warnOutsideBlock("SET CONSTRAINTS");
                }
                replies.complete(nothing.tag());
            }
            case SessionCommand.Unsupported unsupported ->
                throw new PgError(SqlState.NOT_SUPPORTED, unsupported.message());
        }
    }

    // ---- parameters

    private void assign(SessionCommand.Assign assign) throws IOException {
        if (assign.local() && !client.transaction().isOpen()) {
            replies.warning(SqlState.NO_TRANSACTION, "SET LOCAL can only be used in transaction blocks");
            replies.complete("SET");
            return;
        }
        if (assign.value().isEmpty()) {
            client.variables().reset(assign.name());
        } else {
            set(client, assign.name(), assign.value().get(), assign.local());
        }
        applyAll();
        replies.complete("SET");
    }

    private void warnOutsideBlock(String what) throws IOException {
        if (!client.transaction().isOpen()) {
            replies.warning(SqlState.NO_TRANSACTION, what + " can only be used in transaction blocks");
        }
    }

    /** Sets a configuration parameter, or one of the engine's settings. */
    static void set(Client client, String name, String value, boolean local) {
        boolean custom = name.indexOf('.') > 0;
        if (client.variables().isKnown(name) || custom) {
            client.variables().set(name, value, local);
            if (!client.transaction().isOpen()) {
                client.variables().takeDefault(name);
            }
            return;
        }
        if (io.millrace.base.setting.SettingRegistry.find(name).isEmpty()) {
            throw new PgError(SqlState.UNKNOWN_OBJECT, "unrecognized configuration parameter \"" + name + "\"");
        }
        client.setting(name, value);
    }

    /** Lets the engine know what parameters mean for it. */
    void applyAll() {
        apply(client);
    }

    static void apply(Client client) {
        Variables variables = client.variables();
        client.force("session_timezone", variables.get("TimeZone"));
        client.timeout(Long.parseLong(variables.get("statement_timeout")));
        String path = variables.get("search_path");
        if (!path.equals(client.session().database())) {
            firstDatabase(path, client).ifPresent(client.session()::use);
        }
    }

    /** The first element of a search path that is a database. */
    private static Optional<String> firstDatabase(String path, Client client) {
        for (String element : path.split(",")) {
            String name = element.strip();
            if (name.startsWith("\"") && name.endsWith("\"") && name.length() > 1) {
                name = name.substring(1, name.length() - 1);
            }
            if (client.engine().catalog(client.session()).hasDatabase(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private void characteristics(SessionCommand.Characteristics c) throws IOException {
        if (!c.session()) {
            warnOutsideBlock("SET TRANSACTION");
        }
        if (c.session() || client.transaction().isOpen()) {
            String prefix = c.session() ? "default_transaction_" : "transaction_";
            c.modes().isolation().ifPresent(level -> set(client, prefix + "isolation", level, !c.session()));
            c.modes().readOnly().ifPresent(on -> set(client, prefix + "read_only", on ? "on" : "off", !c.session()));
        }
        replies.complete("SET");
    }

    private void show(SessionCommand.Show show, Portal portal, boolean describe) throws IOException {
        String value = client.variables()
                .shown(show.name())
                .or(() -> io.millrace.base.setting.SettingRegistry.find(show.name())
                        .map(s -> String.valueOf(client.session().settings().get(s))))
                .orElseThrow(() -> new PgError(
                        SqlState.UNKNOWN_OBJECT, "unrecognized configuration parameter \"" + show.name() + "\""));
        executor.answer(portal, texts(1, List.of(value)), describe, "SHOW");
    }

    private void showAll(Portal portal, boolean describe) throws IOException {
        List<String> cells = new ArrayList<>();
        for (Map.Entry<String, String> variable : client.variables().all().entrySet()) {
            cells.add(variable.getKey());
            cells.add(variable.getValue());
            cells.add("");
        }
        executor.answer(portal, texts(3, cells), describe, "SHOW");
    }

    private static Block texts(int width, List<String> cells) {
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            fields.add(new Header.Field("column" + i, Types.STRING));
        }
        Header header = new Header(fields);
        ColumnBuilder[] builders = header.newBuilders(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            ((StringColumn.Builder) builders[i % width]).append(cells.get(i));
        }
        return Block.of(header, builders);
    }

    private void reset(SessionCommand.Reset reset) throws IOException {
        if (reset.name().isPresent()) {
            client.variables().reset(reset.name().get());
            if (!client.transaction().isOpen()) {
                client.variables().takeDefault(reset.name().get());
            }
        } else {
            client.variables().resetAll();
        }
        applyAll();
        replies.complete("RESET");
    }

    private void use(String database) {
        if (!client.engine().catalog(client.session()).hasDatabase(database)) {
            throw new PgError("3D000", "database \"" + database + "\" does not exist");
        }
        client.session().use(database);
        client.variables().tell("search_path", database);
    }

    // ---- transactions

    private void needBlock(String what) {
        client.transaction().need(what);
    }

    private void begin(SessionCommand.Begin begin) throws IOException {
        if (client.transaction().isOpen()) {
            replies.warning(SqlState.ACTIVE_TRANSACTION, "there is already a transaction in progress");
        } else {
            client.transaction().begin();
            Variables variables = client.variables();
            SessionCommand.TransactionModes modes = begin.modes();
            variables.set(
                    "transaction_isolation",
                    modes.isolation().orElse(variables.get("default_transaction_isolation")),
                    true);
            variables.set(
                    "transaction_read_only",
                    modes.readOnly()
                            .map(on -> on ? "on" : "off")
                            .orElse(variables.get("default_transaction_read_only")),
                    true);
        }
        replies.complete(begin.tag());
    }

    private void end(String verb, boolean chain) throws IOException {
        Transaction transaction = client.transaction();
        boolean committed = verb.equals("COMMIT") && !transaction.isFailed();
        if (!transaction.isOpen()) {
            replies.warning(SqlState.NO_TRANSACTION, "there is no transaction in progress");
        } else if (!committed && transaction.changes() > 0) {
            replies.warning(
                    "01000",
                    transaction.changes()
                            + " statements were not undone: changes take effect at once, there are no transactions");
        }
        client.portals().endTransaction();
        boolean again = chain && transaction.isOpen();
        transaction.end();
        client.listening().endTransaction(committed);
        client.variables().endTransaction(committed);
        applyAll();
        if (again) {
            transaction.begin();
        }
        replies.complete(verb.equals("COMMIT") && !committed ? "ROLLBACK" : verb);
    }

    private void discard(SessionCommand.Discard discard) throws IOException {
        String what = discard.what().equals("TEMPORARY") ? "TEMP" : discard.what();
        switch (what) {
            case "ALL" -> {
                if (client.transaction().isOpen()) {
                    throw new PgError(SqlState.ACTIVE_TRANSACTION, "DISCARD ALL cannot run inside a transaction block");
                }
                client.portals().clear();
                client.prepared().clear();
                client.listening().unlistenAll();
                client.variables().resetAll();
                client.session().use(client.startDatabase());
                applyAll();
            }
            case "PLANS", "SEQUENCES", "TEMP" -> {}
            default -> throw new PgError(SqlState.SYNTAX, "syntax error at or near \"" + discard.what() + "\"");
        }
        replies.complete("DISCARD " + what);
    }

    // ---- prepared statements

    private void prepare(SessionCommand.Prepare prepare) throws IOException {
        List<Optional<WireType>> types =
                prepare.types().stream().map(TypeTexts::wire).toList();
        Command command = executor.compiler().compile(prepare.statement(), types);
        client.prepared().add(prepare.name(), new Prepared.PreparedStatement(prepare.statement(), types, command));
        replies.complete("PREPARE");
    }

    private void execute(SessionCommand.Execute execute, boolean describe) throws IOException {
        Prepared.PreparedStatement statement = client.prepared().get(execute.name());
        List<Command.Parameter> parameters = statement.command().parameters();
        if (parameters.size() != execute.arguments().size()) {
            throw new PgError(
                    SqlState.SYNTAX, "wrong number of parameters for prepared statement \"" + execute.name() + "\"");
        }
        Arguments arguments = new Arguments(client, executor);
        List<ParameterValue> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            values.add(arguments.value(execute.arguments().get(i), parameters.get(i)));
        }
        try (Portal portal = new Portal(new Bound(statement.command(), values), new int[0], false)) {
            executor.run(portal, Long.MAX_VALUE, describe);
        }
    }

    private void deallocate(SessionCommand.Deallocate deallocate) throws IOException {
        if (deallocate.name().isEmpty()) {
            client.prepared().clear();
            replies.complete("DEALLOCATE ALL");
            return;
        }
        client.prepared().get(deallocate.name().get());
        client.prepared().remove(deallocate.name().get());
        replies.complete("DEALLOCATE");
    }
}
