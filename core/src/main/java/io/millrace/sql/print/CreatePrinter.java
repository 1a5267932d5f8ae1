package io.millrace.sql.print;

import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.CreateStatement.CreateTable;
import io.millrace.sql.ast.CreateStatement.Mode;
import io.millrace.sql.ast.CreateStatement.Storage;
import io.millrace.sql.ast.CreateStatement.TtlElement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.TableElement;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.Quoting;
import java.util.List;
import java.util.Optional;

/** Prints CREATE statements as SHOW CREATE shows them. */
final class CreatePrinter {
    private final Layout out;
    private final QueryPrinter queries;
    private final ExpressionPrinter expressions;

    CreatePrinter(Layout out, QueryPrinter queries) {
        this.out = out;
        this.queries = queries;
        this.expressions = queries.expressions();
    }

    void create(CreateStatement create) {
        switch (create) {
            case CreateTable table -> table(table);
            case CreateStatement.CreateView view -> {
                head(view.mode(), "VIEW", view.name(), view.uuid());
                elements(view.elements());
                comment(view.comment());
                out.line().add("AS ");
                queries.query(view.query());
            }
            case CreateStatement.CreateMaterializedView view -> materializedView(view);
            case CreateStatement.CreateDatabase database -> {
                head(database.mode(), "DATABASE", TableName.of(database.name()), database.uuid());
                database.engine().ifPresent(this::engine);
                if (!database.settings().isEmpty()) {
                    out.line().add("SETTINGS ");
                    expressions.settings(database.settings());
                }
                comment(database.comment());
            }
            case CreateStatement.CreateFunction function -> {
                head(function.mode(), "FUNCTION", TableName.of(function.name()), Optional.empty());
                out.add(" AS ");
                expressions.argument(function.body());
            }
        }
    }

    private void head(Mode mode, String kind, TableName name, Optional<String> uuid) {
        String verb = switch (mode) {
            case CREATE, IF_NOT_EXISTS -> "CREATE ";
            case CREATE_OR_REPLACE -> "CREATE OR REPLACE ";
            case REPLACE -> "REPLACE ";
            case ATTACH, ATTACH_IF_NOT_EXISTS -> "ATTACH ";
        };
        boolean ifNotExists = mode == Mode.IF_NOT_EXISTS || mode == Mode.ATTACH_IF_NOT_EXISTS;
        out.add(verb).add(kind).add(ifNotExists ? " IF NOT EXISTS " : " ");
        queries.table(name);
        uuid.ifPresent(value -> out.add(" UUID ").string(value));
    }

    private void comment(Optional<String> comment) {
        comment.ifPresent(text -> out.line().add("COMMENT ").string(text));
    }

    private void table(CreateTable table) {
        head(table.mode(), table.temporary() ? "TEMPORARY TABLE" : "TABLE", table.name(), table.uuid());
        elements(table.elements());
        boolean like = table.source() instanceof CreateStatement.LikeTable;
        boolean function = table.source() instanceof CreateStatement.AsTableFunction;
        if (like || function) {
            source(table.source());
        }
        storage(table.storage());
        comment(table.comment());
        if (!like && !function) {
            source(table.source());
        }
    }

    private void source(CreateStatement.TableSource source) {
        switch (source) {
            case CreateStatement.NoSource none -> {}
            case CreateStatement.LikeTable(TableName name, boolean clone) -> {
                out.add(clone ? " CLONE AS " : " AS ");
                queries.table(name);
            }
            case CreateStatement.AsTableFunction(var function) -> {
                out.add(" AS ");
                queries.tableFunction(function);
            }
            case CreateStatement.AsQuery(var query, boolean empty) -> {
                out.line().add(empty ? "EMPTY AS " : "AS ");
                queries.query(query);
            }
        }
    }

    private void materializedView(CreateStatement.CreateMaterializedView view) {
        head(view.mode(), "MATERIALIZED VIEW", view.name(), view.uuid());
        view.innerUuid().ifPresent(uuid -> out.add(" TO INNER UUID ").string(uuid));
        view.target().ifPresent(target -> {
            out.add(" TO ");
            queries.table(target);
        });
        elements(view.elements());
        storage(view.storage());
        if (view.populate()) {
            out.add(" POPULATE");
        }
        if (view.empty()) {
            out.add(" EMPTY");
        }
        comment(view.comment());
        out.line().add("AS ");
        queries.query(view.query());
    }

    private void elements(List<TableElement> elements) {
        if (elements.isEmpty()) {
            return;
        }
        out.line().add("(").deeper();
        for (int i = 0; i < elements.size(); i++) {
            out.add(i == 0 ? "" : out.multiline() ? "," : ", ").softLine();
            element(elements.get(i));
        }
        out.shallower().softLine().add(")");
    }

    private void element(TableElement element) {
        switch (element) {
            case TableElement.Column column -> column(column);
            case TableElement.Index index -> {
                out.add("INDEX ");
                index(index);
            }
            case TableElement.Constraint constraint -> {
                out.add("CONSTRAINT ");
                constraint(constraint);
            }
            case TableElement.Projection projection -> {
                out.add("PROJECTION ");
                projection(projection);
            }
        }
    }

    void index(TableElement.Index index) {
        out.name(index.name()).add(" ");
        expressions.print(index.expression());
        expressions.part(" TYPE ", index.type());
        out.add(" GRANULARITY ").add(Long.toString(index.granularity().orElse(1L)));
    }

    void constraint(TableElement.Constraint constraint) {
        out.name(constraint.name()).add(constraint.assume() ? " ASSUME " : " CHECK ");
        expressions.print(constraint.expression());
    }

    void projection(TableElement.Projection projection) {
        out.name(projection.name()).line().add("(").deeper().softLine();
        queries.query(projection.query());
        out.shallower().softLine().add(")");
        if (!projection.settings().isEmpty()) {
            out.add(" WITH SETTINGS (");
            expressions.settings(projection.settings());
            out.add(")");
        }
    }

    void columnName(String name) {
        out.name(name);
    }

    void column(TableElement.Column column) {
        out.add(Quoting.backQuoted(column.name()));
        column.type().ifPresent(type -> out.add(" ").add(type));
        expressions.part(" COLLATE ", column.collation());
        switch (column.nullable()) {
            case UNSPECIFIED -> {}
            case NULL -> out.add(" NULL");
            case NOT_NULL -> out.add(" NOT NULL");
        }
        if (column.defaultValue().kind() != TableElement.DefaultKind.NONE) {
            out.add(" ").add(column.defaultValue().kind().name());
            expressions.part(" ", column.defaultValue().expression());
        }
        column.comment().ifPresent(comment -> out.add(" COMMENT ").string(comment));
        expressions.part(" ", column.codec());
        if (!column.statistics().isEmpty()) {
            out.add(" STATISTICS(")
                    .inline(column.statistics(), expressions::print)
                    .add(")");
        }
        expressions.part(" TTL ", column.ttl());
        if (!column.settings().isEmpty()) {
            out.add(" SETTINGS (");
            expressions.settings(column.settings());
            out.add(")");
        }
    }

    private void engine(CreateStatement.Engine engine) {
        out.line().add("ENGINE = ").name(engine.name());
        if (!engine.arguments().isEmpty()) {
            out.add("(").inline(engine.arguments(), expressions::argument).add(")");
        }
    }

    private void storage(Storage storage) {
        storage.engine().ifPresent(this::engine);
        clause("PARTITION BY ", storage.partitionBy());
        clause("PRIMARY KEY ", storage.primaryKey());
        storage.orderBy().ifPresent(key -> {
            out.line().add("ORDER BY ");
            orderKey(key);
        });
        clause("SAMPLE BY ", storage.sampleBy());
        if (!storage.ttl().isEmpty()) {
            out.line().add("TTL ");
            ttl(storage.ttl());
        }
        if (!storage.settings().isEmpty()) {
            out.line().add("SETTINGS ");
            expressions.settings(storage.settings());
        }
    }

    private void clause(String keyword, Optional<Expr> expression) {
        expression.ifPresent(value -> {
            out.line().add(keyword);
            expressions.print(value);
        });
    }

    private void orderKey(CreateStatement.OrderKey key) {
        if (!key.tuple()) {
            directed(key.elements().getFirst());
        } else if (key.elements().isEmpty()) {
            out.add("tuple()");
        } else {
            out.add("(").inline(key.elements(), this::directed).add(")");
        }
    }

    private void directed(OrderElement element) {
        expressions.print(element.expression());
        out.add(element.descending() ? " DESC" : "");
    }

    void ttl(List<TtlElement> elements) {
        out.inline(elements, element -> {
            expressions.print(element.expression());
            switch (element.action()) {
                case CreateStatement.TtlDelete(Optional<Expr> where) -> expressions.part(" WHERE ", where);
                case CreateStatement.TtlMove(boolean volume, String name, boolean ifExists) ->
                    out.add(volume ? " TO VOLUME " : " TO DISK ")
                            .add(ifExists ? "IF EXISTS " : "")
                            .string(name);
                case CreateStatement.TtlRecompress(Expr codec) -> expressions.part(" RECOMPRESS ", Optional.of(codec));
                case CreateStatement.TtlGroupBy group -> {
                    out.add(" GROUP BY ").inline(group.keys(), expressions::print);
                    out.add(group.assignments().isEmpty() ? "" : " SET ");
                    out.inline(group.assignments(), assignment -> {
                        columnName(assignment.column());
                        out.add(" = ");
                        expressions.print(assignment.expression());
                    });
                }
            }
        });
    }
}
