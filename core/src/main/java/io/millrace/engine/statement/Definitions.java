package io.millrace.engine.statement;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.ability.Expanding;
import io.millrace.catalog.ability.Watching;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.engine.metadata.Databases;
import io.millrace.engine.metadata.DefinitionReader;
import io.millrace.engine.metadata.MetadataStore;
import io.millrace.engine.query.QueryContext;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.CreateStatement.CreateTable;
import io.millrace.sql.ast.CreateStatement.Mode;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.Statement.ObjectKind;
import io.millrace.sql.ast.TableName;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** CREATE, DROP, RENAME, ATTACH and DETACH. */
final class Definitions {
    private final Databases databases;
    private static final List<String> DATABASE_ENGINES = List.of("Atomic", "Ordinary", "Memory");

    private final MetadataStore store;

    Definitions(Databases databases, MetadataStore store) {
        this.databases = databases;
        this.store = store;
    }

    StatementAnswer create(CreateStatement create, QueryContext context) {
        return switch (create) {
            case CreateStatement.CreateDatabase database -> {
                checkEngine(database);
                store.createDatabase(database.name(), database.mode() == Mode.IF_NOT_EXISTS);
                yield new StatementAnswer.Done();
            }
            case CreateTable table -> createTable(table, context);
            case CreateStatement.CreateView view -> {
                DefinitionReader reader = new DefinitionReader(context.analysis());
                TableId id = Names.id(view.name(), context);
                define(reader.view(view, id, UUID.randomUUID()), view.mode());
                yield new StatementAnswer.Done();
            }
            case CreateStatement.CreateMaterializedView view -> createMaterializedView(view, context);
            case CreateStatement.CreateFunction function ->
                throw new DbException(ErrorCode.NOT_IMPLEMENTED, "CREATE FUNCTION is not supported by this version");
        };
    }

    /** All databases are alike here; what another engine would promise is not kept. */
    private static void checkEngine(CreateStatement.CreateDatabase create) {
        create.engine().map(CreateStatement.Engine::name).ifPresent(name -> {
            if (!DATABASE_ENGINES.contains(name)) {
                throw new DbException(
                        ErrorCode.UNKNOWN_DATABASE_ENGINE,
                        "Unknown database engine: " + name + ". There are " + String.join(", ", DATABASE_ENGINES));
            }
        });
    }

    private boolean define(TableDefinition definition, Mode mode) {
        return store.create(
                definition,
                mode == Mode.IF_NOT_EXISTS || mode == Mode.ATTACH_IF_NOT_EXISTS,
                mode == Mode.CREATE_OR_REPLACE || mode == Mode.REPLACE);
    }

    // ---- tables

    private StatementAnswer createTable(CreateTable create, QueryContext context) {
        boolean isNew = create.mode() != Mode.ATTACH && create.mode() != Mode.ATTACH_IF_NOT_EXISTS;
        DefinitionReader reader = new DefinitionReader(context.analysis(), isNew);
        TableId id = create.temporary() ? new TableId("", create.name().table()) : Names.id(create.name(), context);
        if (!create.temporary()
                && create.mode() == Mode.IF_NOT_EXISTS
                && databases.find(id).isPresent()) {
            return new StatementAnswer.Done();
        }
        TableDefinition definition =
                reader.table(create, id, create.uuid().map(UUID::fromString).orElseGet(UUID::randomUUID));
        boolean created = create.temporary()
                ? createTemporary(definition, create.mode(), context)
                : define(definition, create.mode());
        if (created && create.source() instanceof CreateStatement.AsQuery source && !source.empty()) {
            return fill(definition.id(), create.temporary(), source.query());
        }
        return new StatementAnswer.Done();
    }

    private static boolean createTemporary(TableDefinition definition, Mode mode, QueryContext context) {
        TableEngine engine =
                BuiltinIndex.of(TableEngine.class).find(definition.engineName()).orElseThrow();
        Table table = engine.create(definition, context.analysis().services(), false);
        boolean added = context.session().addTemporary(definition.id().name(), table);
        if (!added && mode != Mode.IF_NOT_EXISTS) {
            throw new DbException(
                    ErrorCode.TABLE_ALREADY_EXISTS,
                    "Temporary table " + definition.id().name() + " already exists.");
        }
        return added;
    }

    /** CREATE TABLE AS SELECT goes on as INSERT SELECT. */
    private static StatementAnswer fill(TableId id, boolean temporary, Query query) {
        TableName name = temporary ? TableName.of(id.name()) : TableName.of(id.database(), id.name());
        return new StatementAnswer.Fill(name, query);
    }

    private StatementAnswer createMaterializedView(
            CreateStatement.CreateMaterializedView create, QueryContext context) {
        DefinitionReader reader = new DefinitionReader(context.analysis());
        TableId id = Names.id(create.name(), context);
        if (databases.find(id).isPresent() && create.mode() == Mode.IF_NOT_EXISTS) {
            return new StatementAnswer.Done();
        }
        UUID uuid = UUID.randomUUID();
        Optional<TableDefinition> inner = reader.innerTable(create, id, uuid);
        inner.ifPresent(definition -> store.create(definition, false, false));
        try {
            define(reader.materializedView(create, id, uuid), create.mode());
        } catch (DbException e) {
            inner.ifPresent(definition -> store.drop(definition.id(), true));
            throw e;
        }
        if (create.populate()) {
            TableId target = reader.targetOf(create, id, uuid);
            return new StatementAnswer.Fill(TableName.of(target.database(), target.name()), create.query());
        }
        return new StatementAnswer.Done();
    }

    // ---- the others

    StatementAnswer drop(Statement.Drop drop, QueryContext context) {
        for (TableName name : drop.names()) {
            if (drop.kind() == ObjectKind.DATABASE) {
                if (drop.ifEmpty()
                        && databases.hasDatabase(name.table())
                        && !databases.tables(name.table()).isEmpty()) {
                    throw new DbException(ErrorCode.DATABASE_NOT_EMPTY, "Database " + name.table() + " is not empty");
                }
                store.dropDatabase(name.table(), drop.ifExists());
            } else if (!(name.database().isEmpty() && context.session().dropTemporary(name.table()))) {
                dropTable(drop, Names.id(name, context));
            }
        }
        return new StatementAnswer.Done();
    }

    /** TRUNCATE DATABASE: its tables go, the database stays. */
    StatementAnswer truncateDatabase(Statement.Truncate truncate) {
        String name = truncate.name().table();
        if (databases.hasDatabase(name) || !truncate.ifExists()) {
            databases.tables(name).forEach(table -> store.drop(table.id(), true));
        }
        return new StatementAnswer.Done();
    }

    private void dropTable(Statement.Drop drop, TableId id) {
        if (drop.temporary() && !drop.ifExists()) {
            throw Databases.unknownTable(new TableId("", id.name()), List.of());
        }
        if (drop.temporary()) {
            return;
        }
        Optional<Table> table = databases.find(id);
        table.ifPresent(t -> checkKind(drop, t));
        if (drop.ifEmpty()
                && table.filter(t -> !(t instanceof Counted c) || c.rows() > 0).isPresent()) {
            throw new DbException(ErrorCode.TABLE_NOT_EMPTY, "Table " + id.name() + " is not empty");
        }
        Optional<TableId> inner = table.flatMap(DefinitionReader::innerTableOf);
        store.drop(id, drop.ifExists());
        inner.ifPresent(i -> store.drop(i, true));
    }

    /** DROP VIEW of what is a table would take the rows of whoever is mistaken. */
    private static void checkKind(Statement.Drop drop, Table table) {
        boolean isView = table instanceof Expanding || table instanceof Watching;
        if (drop.kind() == ObjectKind.VIEW && !isView) {
            throw new DbException(ErrorCode.INCORRECT_QUERY, "Table " + table.id() + " is not a View");
        }
        if (drop.kind() == ObjectKind.DICTIONARY) {
            throw new DbException(ErrorCode.INCORRECT_QUERY, "Table " + table.id() + " is not a Dictionary");
        }
    }

    StatementAnswer rename(Statement.Rename rename, QueryContext context) {
        DefinitionReader reader = new DefinitionReader(context.analysis());
        for (Statement.Renaming renaming : rename.renamings()) {
            if (rename.kind() == ObjectKind.DATABASE) {
                store.renameDatabase(renaming.from().table(), renaming.to().table(), reader::renamed);
                continue;
            }
            TableId from = Names.id(renaming.from(), context);
            TableId to = Names.id(renaming.to(), context);
            if (rename.ifExists() && databases.find(from).isEmpty()) {
                continue;
            }
            TableDefinition moved = reader.renamed(databases.get(from).definition(), to);
            if (rename.exchange()) {
                store.exchange(from, to, moved, reader.renamed(databases.get(to).definition(), from));
            } else {
                store.rename(from, to, moved);
            }
        }
        return new StatementAnswer.Done();
    }

    StatementAnswer attach(Statement.Attach attach, QueryContext context) {
        DefinitionReader reader = new DefinitionReader(context.analysis());
        TableId id = Names.id(attach.name(), context);
        if (!(attach.ifNotExists() && databases.find(id).isPresent())) {
            store.attach(id, reader);
        }
        return new StatementAnswer.Done();
    }

    StatementAnswer detach(Statement.Detach detach, QueryContext context) {
        if (detach.kind() == ObjectKind.DATABASE) {
            throw new DbException(ErrorCode.NOT_IMPLEMENTED, "DETACH DATABASE is not supported by this version");
        }
        for (TableName name : detach.names()) {
            store.detach(Names.id(name, context), detach.ifExists());
        }
        return new StatementAnswer.Done();
    }
}
