package io.millrace.engine.metadata;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Watching;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.KeyClause;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Header;
import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.planner.analyze.TableFunctions;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.CreateStatement.CreateMaterializedView;
import io.millrace.sql.ast.CreateStatement.CreateTable;
import io.millrace.sql.ast.CreateStatement.CreateView;
import io.millrace.sql.ast.CreateStatement.Engine;
import io.millrace.sql.ast.CreateStatement.Mode;
import io.millrace.sql.ast.CreateStatement.Storage;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes table definitions of CREATE statements, written by users or read from metadata files. Holds one session's context. */
public final class DefinitionReader implements MetadataStore.DefinitionReader {
    private static final String INNER = ".inner_id.";

    private final AnalysisContext context;
    private final DefinitionBinder binder;

    /** For definitions that are new. */
    public DefinitionReader(AnalysisContext context) {
        this(context, true);
    }

    /** @param isNew false for a definition that was accepted before: ATTACH, metadata files */
    public DefinitionReader(AnalysisContext context, boolean isNew) {
        this.context = context;
        this.binder = new DefinitionBinder(context, isNew);
    }

    @Override
    public TableDefinition read(String text, TableId id) {
        return new DefinitionReader(context, false).kept(text, id);
    }

    private TableDefinition kept(String text, TableId id) {
        return switch (CreateText.parse(text)) {
            case CreateTable t -> table(t, id, uuid(t.uuid()));
            case CreateView v -> view(v, id, uuid(v.uuid()));
            case CreateMaterializedView m -> materializedView(m, id, uuid(m.uuid()));
            case CreateStatement.CreateDatabase d -> throw DbException.bug("A database is no table");
            case CreateStatement.CreateFunction f -> throw DbException.bug("A function is no table");
        };
    }

    private static UUID uuid(Optional<String> text) {
        return text.map(UUID::fromString).orElseGet(UUID::randomUUID);
    }

    // ---- tables

    /** The definition that CREATE TABLE asks for, checked and complete. */
    public TableDefinition table(CreateTable create, TableId id, UUID uuid) {
        List<ColumnDefinition> columns = binder.columns(create.elements());
        Storage storage = create.storage();
        switch (create.source()) {
            case CreateStatement.NoSource none -> {}
            case CreateStatement.LikeTable like -> {
                Table other = context.catalog()
                        .get(new TableId(
                                like.table().database().orElse(context.bind().database()),
                                like.table().table()));
                columns = columns.isEmpty() ? other.definition().columns() : columns;
                storage = storage.engine().isPresent() ? storage : storageOf(other);
            }
            case CreateStatement.AsTableFunction function ->
                columns = columns.isEmpty()
                        ? TableFunctions.table(function.function(), context)
                                .definition()
                                .columns()
                        : columns;
            case CreateStatement.AsQuery query ->
                columns = columns.isEmpty() ? storedColumnsOf(query.query()) : columns;
        }
        if (columns.isEmpty()) {
            throw new DbException(
                    ErrorCode.INCORRECT_QUERY,
                    "Incorrect CREATE query: required list of column descriptions or AS section or SELECT.");
        }
        rejectConstraints(create.elements());
        Storage complete = withEngine(storage, create.temporary());
        String engineName = complete.engine().orElseThrow().name();
        TableEngine engine = MetadataStore.engine(engineName);
        Storage shownStorage = engine.hasKeys() ? withDefaultGranularity(withKey(complete)) : complete;
        CreateTable normalized = new CreateTable(
                create.position(),
                Mode.CREATE,
                create.temporary(),
                create.name(),
                Optional.empty(),
                CreateText.elements(columns, create.elements()),
                shownStorage,
                new CreateStatement.NoSource(),
                create.comment());
        String text = CreateText.shown(normalized, id);
        return binder.define(
                id,
                uuid,
                columns,
                shownStorage,
                engineName,
                engine.hasKeys(),
                create.comment().orElse(""),
                text);
    }

    private static Storage storageOf(Table other) {
        return CreateText.parse(other.definition().createText()) instanceof CreateTable t ? t.storage() : Storage.NONE;
    }

    /** The columns of CREATE AS SELECT, which are checked like written ones. */
    private List<ColumnDefinition> storedColumnsOf(Query query) {
        return binder.columns(CreateText.elements(columnsOf(query), List.of()));
    }

    private List<ColumnDefinition> columnsOf(Query query) {
        Header header = QueryAnalyzer.analyze(query, context).header();
        return header.fields().stream()
                .map(f -> ColumnDefinition.of(f.name(), f.type()))
                .toList();
    }

    /** What would be kept but never acted upon must not be accepted. */
    private static void rejectConstraints(List<TableElement> elements) {
        if (elements.stream().anyMatch(e -> e instanceof TableElement.Constraint)) {
            throw new DbException(ErrorCode.SUPPORT_IS_DISABLED, "Constraints are not supported by this version");
        }
    }

    private static Storage withEngine(Storage storage, boolean temporary) {
        if (storage.engine().isPresent()) {
            return storage;
        }
        Engine engine = new Engine(temporary ? "Memory" : "MergeTree", List.of());
        return new Storage(
                Optional.of(engine),
                storage.partitionBy(),
                storage.primaryKey(),
                storage.orderBy(),
                storage.sampleBy(),
                storage.ttl(),
                storage.settings());
    }

    /** The primary key is the sorting key where there is none; without both the rows stay in the order they came in. */
    private static Storage withKey(Storage storage) {
        if (storage.orderBy().isPresent()) {
            return storage;
        }
        return new Storage(
                storage.engine(),
                storage.partitionBy(),
                storage.primaryKey(),
                storage.primaryKey()
                        .map(SortingKeys::orderKey)
                        .or(() -> Optional.of(new CreateStatement.OrderKey(List.of(), true))),
                storage.sampleBy(),
                storage.ttl(),
                storage.settings());
    }

    /** ClickHouse writes the granularity into every definition of the family. */
    private static Storage withDefaultGranularity(Storage storage) {
        if (storage.settings().stream().anyMatch(s -> s.name().equals("index_granularity"))) {
            return storage;
        }
        List<SettingChange> settings = new ArrayList<>(storage.settings());
        settings.add(new SettingChange("index_granularity", Optional.of(LiteralValue.IntegerValue.of(8192))));
        return new Storage(
                storage.engine(),
                storage.partitionBy(),
                storage.primaryKey(),
                storage.orderBy(),
                storage.sampleBy(),
                storage.ttl(),
                settings);
    }

    /** The same table under another name. */
    public TableDefinition renamed(TableDefinition definition, TableId to) {
        CreateStatement create = CreateText.parse(definition.createText());
        String text = CreateText.shown(create, to);
        return new TableDefinition(
                to,
                definition.uuid(),
                definition.columns(),
                definition.engineName(),
                definition.engineArguments(),
                definition.orderBy(),
                definition.primaryKey(),
                definition.partitionBy(),
                definition.sampleBy(),
                definition.ttl(),
                definition.settings(),
                definition.comment(),
                text);
    }

    /** The same table with other columns or clauses, all bound anew. */
    public TableDefinition altered(
            TableDefinition definition, List<TableElement> elements, Storage storage, String comment) {
        if (!(CreateText.parse(definition.createText()) instanceof CreateTable create)) {
            throw new DbException(ErrorCode.NOT_IMPLEMENTED, "Only tables can be altered, not views");
        }
        CreateTable changed = new CreateTable(
                create.position(),
                Mode.CREATE,
                false,
                create.name(),
                Optional.empty(),
                elements,
                storage,
                new CreateStatement.NoSource(),
                comment.isEmpty() ? Optional.empty() : Optional.of(comment));
        return table(changed, definition.id(), definition.uuid());
    }

    /** The CREATE TABLE that a definition came from. */
    public static CreateTable createTable(TableDefinition definition) {
        if (CreateText.parse(definition.createText()) instanceof CreateTable create) {
            return create;
        }
        throw new DbException(ErrorCode.NOT_IMPLEMENTED, "Only tables can be altered, not views");
    }

    // ---- views

    /** The definition that CREATE VIEW asks for. */
    public TableDefinition view(CreateView create, TableId id, UUID uuid) {
        Query query = QualifiedNames.in(create.query(), context.bind().database());
        List<ColumnDefinition> columns = viewColumns(create.elements(), query);
        CreateView normalized = new CreateView(
                create.position(),
                Mode.CREATE,
                create.name(),
                Optional.empty(),
                CreateText.elements(columns, List.of()),
                query,
                create.comment());
        return definition(
                id,
                uuid,
                columns,
                "View",
                List.of(SqlPrinter.oneLine(query)),
                create.comment().orElse(""),
                CreateText.shown(normalized, id));
    }

    private List<ColumnDefinition> viewColumns(List<TableElement> elements, Query query) {
        List<ColumnDefinition> declared = binder.columns(elements);
        return declared.isEmpty() ? columnsOf(query) : declared;
    }

    /** The definition that CREATE MATERIALIZED VIEW asks for. */
    public TableDefinition materializedView(CreateMaterializedView create, TableId id, UUID uuid) {
        Query query = QualifiedNames.in(create.query(), context.bind().database());
        TableId source = sourceOf(query, id);
        TableId target = targetOf(create, id, uuid);
        if (create.mode() != Mode.ATTACH) {
            context.catalog().get(target);
        }
        List<ColumnDefinition> columns = viewColumns(create.elements(), query);
        CreateMaterializedView normalized = new CreateMaterializedView(
                create.position(),
                Mode.CREATE,
                create.name(),
                Optional.empty(),
                create.target().map(t -> TableName.of(target.database(), target.name())),
                Optional.empty(),
                CreateText.elements(columns, List.of()),
                create.storage(),
                false,
                false,
                query,
                create.comment());
        List<String> arguments =
                List.of(SqlPrinter.oneLine(query), source.database(), source.name(), target.database(), target.name());
        return definition(
                id,
                uuid,
                columns,
                "MaterializedView",
                arguments,
                create.comment().orElse(""),
                CreateText.shown(normalized, id));
    }

    /** Where a materialized view's rows go: the table it names, or its inner table. */
    public TableId targetOf(CreateMaterializedView create, TableId id, UUID uuid) {
        return create.target()
                .map(t -> new TableId(t.database().orElse(context.bind().database()), t.table()))
                .orElseGet(() -> new TableId(id.database(), INNER + uuid));
    }

    /** The table that a materialized view without TO keeps its rows in. */
    public Optional<TableDefinition> innerTable(CreateMaterializedView create, TableId id, UUID uuid) {
        if (create.target().isPresent()) {
            return Optional.empty();
        }
        TableId inner = targetOf(create, id, uuid);
        CreateTable table = new CreateTable(
                create.position(),
                Mode.CREATE,
                false,
                TableName.of(inner.database(), inner.name()),
                Optional.empty(),
                CreateText.elements(viewColumns(create.elements(), create.query()), List.of()),
                create.storage(),
                new CreateStatement.NoSource(),
                Optional.empty());
        return Optional.of(table(table, inner, UUID.randomUUID()));
    }

    /** The inner table that goes when its view is dropped. */
    public static Optional<TableId> innerTableOf(Table table) {
        return table instanceof Watching view && view.target().name().startsWith(INNER)
                ? Optional.of(view.target())
                : Optional.empty();
    }

    private TableId sourceOf(Query query, TableId view) {
        Query.Select first =
                query instanceof Query.Combined combined && combined.queries().getFirst() instanceof Query.Select s
                        ? s
                        : query instanceof Query.Select select ? select : null;
        return Optional.ofNullable(first)
                .flatMap(Query.Select::from)
                .flatMap(DefinitionReader::leftmostTable)
                .map(t -> new TableId(t.database().orElse(context.bind().database()), t.table()))
                .orElseThrow(() -> new DbException(
                        ErrorCode.QUERY_IS_NOT_SUPPORTED_IN_MATERIALIZED_VIEW,
                        "Materialized view " + view + " must select from a table"));
    }

    private static Optional<TableName> leftmostTable(FromItem item) {
        return switch (item) {
            case FromItem.Table table -> Optional.of(table.name());
            case FromItem.Join join -> leftmostTable(join.left());
            case FromItem.ArrayJoin join -> join.input().flatMap(DefinitionReader::leftmostTable);
            case FromItem.Derived derived
            when derived.query() instanceof Query.Select select ->
                select.from().flatMap(DefinitionReader::leftmostTable);
            case FromItem.Derived derived -> Optional.empty();
            case FromItem.TableFunction function -> Optional.empty();
        };
    }

    private static TableDefinition definition(
            TableId id,
            UUID uuid,
            List<ColumnDefinition> columns,
            String engine,
            List<String> arguments,
            String comment,
            String text) {
        return new TableDefinition(
                id,
                uuid,
                columns,
                engine,
                arguments,
                KeyClause.NONE,
                KeyClause.NONE,
                KeyClause.NONE,
                "",
                "",
                Map.of(),
                comment,
                text);
    }
}
