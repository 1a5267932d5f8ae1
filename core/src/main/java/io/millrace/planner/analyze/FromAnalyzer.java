package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.base.text.Suggestions;
import io.millrace.catalog.ability.Expanding;
import io.millrace.catalog.engine.TableFunction;
import io.millrace.catalog.table.ColumnDefinition;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.tree.Expression;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.scope.Relation;
import io.millrace.planner.scope.ScopeColumn;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.print.ColumnNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns what stands behind FROM into a relation: tables, views, table functions, subqueries, joins, array joins. */
final class FromAnalyzer {
    private static final BuiltinIndex<TableFunction> TABLE_FUNCTIONS = BuiltinIndex.of(TableFunction.class);

    private static final DataType NAME = new DataType.LowCardinalityType(Types.STRING);
    private static final List<Header.Field> VIRTUAL = List.of(
            new Header.Field("_part", NAME),
            new Header.Field("_partition_id", NAME),
            new Header.Field("_part_offset", Types.UINT64));

    private final QueryAnalyzer analyzer;
    private final Aliases aliases;

    FromAnalyzer(QueryAnalyzer analyzer, Aliases aliases) {
        this.analyzer = analyzer;
        this.aliases = aliases;
    }

    /** One row without columns that matter: SELECT without FROM reads system.one, whose column {@code dummy} names can mean. */
    static Relation one() {
        Header header = Header.of(new Header.Field("dummy", Types.UINT8));
        Block block = new Block(header, List.of(Literals.uint8(0).value()), 1);
        Relation all = Relation.of(new Plan.Values(block), List.of("one", "system.one"));
        return new Relation(all.plan(), all.columns());
    }

    Relation relation(FromItem item) {
        return switch (item) {
            case FromItem.Table table -> table(table);
            case FromItem.TableFunction function -> function(function);
            case FromItem.Derived derived -> aliased(analyzer.plan(derived.query()), derived.modifiers(), List.of());
            case FromItem.Join join ->
                new JoinAnalyzer(analyzer, aliases).join(join, relation(join.left()), relation(join.right()));
            case FromItem.ArrayJoin join -> arrayJoin(join);
        };
    }

    // ---- tables

    private Relation table(FromItem.Table item) {
        String name = item.name().table();
        if (item.name().database().isEmpty()) {
            Optional<Plan> common = analyzer.commonTable(name);
            if (common.isPresent()) {
                return aliased(common.get(), item.modifiers(), List.of(name));
            }
            Optional<Table> temporary = analyzer.context().externalTables().find(name);
            if (temporary.isPresent()) {
                return scanned(temporary.get(), item.modifiers(), List.of(name));
            }
        }
        TableId id = new TableId(
                item.name().database().orElse(analyzer.context().bind().database()), name);
        Table table = forReading(id, item.name());
        return scanned(table, item.modifiers(), List.of(name, id.toString()));
    }

    /** A table that is not there is told as an identifier of the query, which may have meant something else. */
    private Table forReading(TableId id, TableName written) {
        try {
            return analyzer.context().catalog().forReading(id);
        } catch (DbException e) {
            String plain = "Table " + id + " does not exist";
            if (e.code() != ErrorCode.UNKNOWN_TABLE
                    || !String.valueOf(e.getMessage()).startsWith(plain)) {
                throw e;
            }
            String name = written.database().map(d -> d + ".").orElse("") + written.table();
            String scope = aliases.scopeText();
            throw new DbException(
                    ErrorCode.UNKNOWN_TABLE,
                    "Unknown table expression identifier '" + name + "'" + (scope.isEmpty() ? "" : " in scope " + scope)
                            + String.valueOf(e.getMessage()).substring(plain.length()));
        }
    }

    private Relation scanned(Table table, FromItem.Modifiers modifiers, List<String> names) {
        if (table instanceof Expanding view) {
            return aliased(expanded(table, view), modifiers, names);
        }
        boolean finalRows = isMergeTree(table)
                && (modifiers.isFinal() || analyzer.context().settings().get(PlannerSettings.FINAL));
        if (modifiers.sample().isPresent()) {
            throw new DbException(
                    ErrorCode.SUPPORT_IS_DISABLED,
                    "SAMPLE is not supported for table " + table.id() + "; filter by a hash instead");
        }
        if (modifiers.isFinal() && !isMergeTree(table)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_FINAL, "Storage " + table.definition().engineName() + " doesn't support FINAL");
        }
        Header readable = withVirtual(table);
        Plan scan = new Plan.Scan(table, readable, Optional.empty(), finalRows, OptionalLong.empty());
        List<String> qualifiers = modifiers.alias().map(List::of).orElse(names);
        List<ScopeColumn> columns = new ArrayList<>();
        Relation plain = Relation.of(scan, qualifiers);
        for (ColumnDefinition column : table.definition().columns()) {
            if (column.isStored()) {
                ScopeColumn found = plain.find(List.of(column.name())).orElseThrow();
                columns.add(new ScopeColumn(qualifiers, column.name(), found.expression(), column.isOrdinary()));
            } else if (column.defaultKind() == ColumnDefinition.DefaultKind.ALIAS) {
                columns.add(new ScopeColumn(qualifiers, column.name(), aliasColumn(column, plain), false));
            }
        }
        for (Header.Field virtual : isMergeTree(table) ? VIRTUAL : List.<Header.Field>of()) {
            plain.find(List.of(virtual.name()))
                    .ifPresent(c -> columns.add(new ScopeColumn(qualifiers, virtual.name(), c.expression(), false)));
        }
        return renamed(new Relation(scan, columns), modifiers.columnAliases());
    }

    /** The stored columns and those that every table of the MergeTree family computes. */
    private static Header withVirtual(Table table) {
        Header stored = table.definition().storedHeader();
        if (!isMergeTree(table)) {
            return stored;
        }
        List<Header.Field> fields = new ArrayList<>(stored.fields());
        VIRTUAL.stream().filter(v -> stored.find(v.name()).isEmpty()).forEach(fields::add);
        return new Header(fields);
    }

    static boolean isMergeTree(Table table) {
        return table.definition().engineName().endsWith("MergeTree");
    }

    /** The expression of an ALIAS column over the stored columns. */
    private Expression aliasColumn(ColumnDefinition column, Relation stored) {
        Expr expr = Parser.parseExpression(column.defaultText());
        ExpressionBinder binder = new ExpressionBinder(analyzer, stored, Aliases.none(), SpecialCalls.rowsOnly());
        return binder.calls().cast(binder.bind(expr), column.type());
    }

    private Plan expanded(Table table, Expanding view) {
        try {
            if (!(Parser.parse(view.query(), Dialect.CLICKHOUSE).statement()
                    instanceof Statement.SelectStatement select)) {
                throw DbException.bug("The query of a view is no SELECT");
            }
            Plan plan = analyzer.planIsolated(select.query(), analyzer.context().inDatabase(view.database()));
            return fitted(plan, table);
        } catch (DbException e) {
            throw e.during("while expanding view " + table.id());
        }
    }

    /** The view's declared columns, in case the tables behind it have changed since. */
    private Plan fitted(Plan plan, Table table) {
        Header declared = new Header(table.definition().columns().stream()
                .map(c -> new Header.Field(c.name(), c.type()))
                .toList());
        if (declared.width() == 0 || plan.header().equals(declared)) {
            return plan;
        }
        Calls calls = new Calls(analyzer.context().bind());
        List<Expression> expressions = new ArrayList<>();
        for (int i = 0; i < declared.width(); i++) {
            int index = plan.header().find(declared.name(i)).orElse(i);
            expressions.add(calls.cast(
                    new Expression.Input(
                            index, plan.header().name(index), plan.header().type(index)),
                    declared.type(i)));
        }
        return new Plan.Project(plan, expressions, declared);
    }

    private static Relation aliased(Plan plan, FromItem.Modifiers modifiers, List<String> names) {
        List<String> qualifiers = modifiers.alias().map(List::of).orElse(names);
        return renamed(Relation.of(plan, qualifiers), modifiers.columnAliases());
    }

    private static Relation renamed(Relation relation, List<String> names) {
        if (names.isEmpty()) {
            return relation;
        }
        List<ScopeColumn> columns = new ArrayList<>();
        for (int i = 0; i < relation.columns().size(); i++) {
            ScopeColumn column = relation.columns().get(i);
            String name = i < names.size() ? names.get(i) : column.name();
            columns.add(new ScopeColumn(column.qualifiers(), name, column.expression(), column.ordinary()));
        }
        return new Relation(relation.plan(), columns);
    }

    // ---- table functions

    private Relation function(FromItem.TableFunction item) {
        if (item.name().equals("view")
                && item.arguments().size() == 1
                && item.arguments().getFirst() instanceof Expr.Subquery subquery) {
            return aliased(analyzer.plan(subquery.query()), item.modifiers(), List.of("view"));
        }
        if (item.name().equals("viewExplain")) {
            return scanned(explained(item), item.modifiers(), List.of());
        }
        return scanned(table(item), item.modifiers(), List.of());
    }

    /** A query's EXPLAIN as the rows of a table, by the function that has constant rows. */
    private Table explained(FromItem.TableFunction item) {
        if (item.arguments().size() != 3
                || !(item.arguments().get(0) instanceof Expr.Literal(var p, LiteralValue.StringValue kind))
                || !(item.arguments().get(1) instanceof Expr.Literal(var q, LiteralValue.StringValue settings))
                || !(item.arguments().get(2) instanceof Expr.Subquery subquery)) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Table function viewExplain takes the kind of EXPLAIN, its settings and a query");
        }
        String head = kind.text() + " " + settings.text() + " SELECT 1";
        if (!(Parser.parse(head, Dialect.CLICKHOUSE).statement() instanceof Statement.Explain parsed)) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Table function viewExplain cannot do " + kind.text());
        }
        Statement.Explain explain = new Statement.Explain(
                item.position(), parsed.kind(), parsed.settings(), new Statement.SelectStatement(subquery.query()));
        List<Expr> rows = new ArrayList<>(List.of(text("explain String")));
        analyzer.context().subqueries().explain(explain, analyzer.context()).forEach(line -> rows.add(text(line)));
        return table(new FromItem.TableFunction(item.position(), "values", rows, List.of(), FromItem.Modifiers.NONE));
    }

    private static Expr text(String text) {
        return new Expr.Literal(Position.NONE, LiteralValue.StringValue.of(text));
    }

    /** The table that a table function makes. */
    Table table(FromItem.TableFunction item) {
        TableFunction function = TABLE_FUNCTIONS
                .find(item.name())
                .or(() -> TABLE_FUNCTIONS.findIgnoringCase(item.name()))
                .orElseThrow(() -> new DbException(
                        ErrorCode.UNKNOWN_FUNCTION,
                        "Unknown table function " + item.name() + "."
                                + Suggestions.closest(item.name(), TABLE_FUNCTIONS.names())));
        List<Argument> arguments = new ArrayList<>();
        for (Expr argument : item.arguments()) {
            arguments.add(argument(argument));
        }
        return function.table(
                arguments, analyzer.context().services(), analyzer.context().bind());
    }

    /** A constant; a bare name is a string of itself, as in {@code file('x', CSV)}. */
    private Argument argument(Expr expr) {
        if (expr instanceof Expr.Identifier identifier) {
            Expression.Constant text = Literals.string(identifier.fullName().getBytes(StandardCharsets.UTF_8));
            return Argument.constant(identifier.fullName(), text.type(), text.value());
        }
        ExpressionBinder binder =
                new ExpressionBinder(analyzer, Relation.of(one().plan(), List.of()), aliases, SpecialCalls.rowsOnly());
        if (!(binder.bind(expr) instanceof Expression.Constant constant)) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Arguments of table functions must be constant expressions");
        }
        return Argument.constant("argument", constant.type(), constant.value());
    }

    // ---- ARRAY JOIN

    private Relation arrayJoin(FromItem.ArrayJoin item) {
        Relation input = item.input().map(this::relation).orElseGet(FromAnalyzer::one);
        ExpressionBinder binder = new ExpressionBinder(analyzer, input, aliases, SpecialCalls.rowsOnly());
        List<Expression> expressions = new ArrayList<>();
        List<Header.Field> fields = new ArrayList<>();
        Header before = input.plan().header();
        for (int i = 0; i < before.width(); i++) {
            expressions.add(new Expression.Input(i, before.name(i), before.type(i)));
            fields.add(before.fields().get(i));
        }
        List<ScopeColumn> columns = new ArrayList<>(input.columns());
        List<Integer> joined = new ArrayList<>();
        List<Header.Field> after = new ArrayList<>(fields);
        for (Expr expr : nestedExpanded(item.expressions(), input)) {
            Expression array = binder.bind(expr);
            DataType element = elementType(array.type());
            int index = expressions.size();
            expressions.add(array);
            fields.add(new Header.Field("array" + index, array.type()));
            joined.add(index);
            boolean renames = expr instanceof Expr.Alias;
            String name = expr instanceof Expr.Alias alias
                    ? alias.name()
                    : expr instanceof Expr.Identifier id ? columnName(id, input) : ColumnNames.of(expr);
            after.add(new Header.Field(name, element));
            replaceOrAdd(columns, name, new Expression.Input(index, name, element), renames);
        }
        Plan project = new Plan.Project(input.plan(), expressions, new Header(fields));
        return new Relation(new Plan.ArrayJoin(project, joined, item.left(), new Header(after)), columns);
    }

    /** A Nested column stands for its elements: {@code ARRAY JOIN n} for {@code ARRAY JOIN n.a, n.b}. */
    private static List<Expr> nestedExpanded(List<Expr> expressions, Relation input) {
        List<Expr> expanded = new ArrayList<>();
        for (Expr expr : expressions) {
            Expr bare = expr instanceof Expr.Alias alias ? alias.expression() : expr;
            List<ScopeColumn> elements =
                    bare instanceof Expr.Identifier id && input.find(id.parts()).isEmpty()
                            ? input.columns().stream()
                                    .filter(c -> c.name().startsWith(id.fullName() + "."))
                                    .toList()
                            : List.of();
            for (ScopeColumn element : elements) {
                Expr name = new Expr.Identifier(
                        expr.position(), List.of(element.name().split("\\.")));
                String last = element.name().substring(element.name().lastIndexOf('.'));
                expanded.add(
                        expr instanceof Expr.Alias alias
                                ? new Expr.Alias(expr.position(), name, alias.name() + last)
                                : name);
            }
            if (elements.isEmpty()) {
                expanded.add(expr);
            }
        }
        return expanded;
    }

    private static String columnName(Expr.Identifier identifier, Relation input) {
        return input.find(identifier.parts()).map(ScopeColumn::name).orElseGet(identifier::shortName);
    }

    /** {@code ARRAY JOIN arr} makes {@code arr} mean the element; {@code ARRAY JOIN arr AS a} adds a column {@code a}. */
    private static void replaceOrAdd(
            List<ScopeColumn> columns, String name, Expression.Input element, boolean renames) {
        for (int i = 0; i < columns.size() && !renames; i++) {
            ScopeColumn column = columns.get(i);
            if (column.name().equals(name)) {
                columns.set(i, new ScopeColumn(column.qualifiers(), name, element, column.ordinary()));
                return;
            }
        }
        ScopeColumn added = new ScopeColumn(List.of(), name, element, true);
        if (renames) {
            columns.addFirst(new ScopeColumn(List.of(), name, element, false));
        } else {
            columns.add(added);
        }
    }

    private static DataType elementType(DataType type) {
        return switch (Types.bare(type)) {
            case DataType.ArrayType array -> array.element();
            case DataType.MapType map -> map.asArray().element();
            default ->
                throw new DbException(
                        ErrorCode.TYPE_MISMATCH, "ARRAY JOIN requires array or map argument, not " + type.name());
        };
    }
}
