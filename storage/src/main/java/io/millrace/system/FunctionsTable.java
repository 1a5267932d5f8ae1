package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.HigherOrderFunction;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** system.functions: scalar and aggregate functions with their documentation. */
@Builtin("functions")
final class FunctionsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, is_aggregate UInt8, case_insensitive UInt8, alias_to String, create_query String,
            origin Enum8('System' = 0, 'SQLUserDefined' = 1, 'ExecutableUserDefined' = 2, 'WasmUserDefined' =
            3), description String, syntax String, arguments String, parameters String, returned_value String,
            examples String, introduced_in String, categories String, deterministic Nullable(UInt8),
            higher_order Nullable(UInt8)""");

    private static final BuiltinIndex<ScalarFunction> SCALARS = BuiltinIndex.of(ScalarFunction.class);
    private static final BuiltinIndex<AggregateFunction> AGGREGATES = BuiltinIndex.of(AggregateFunction.class);

    FunctionsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        for (String name : SCALARS.names()) {
            ScalarFunction function = SCALARS.find(name).orElseThrow();
            List<String> aliases = SCALARS.aliases(name);
            describe(rows.row(), name, aliases, function.doc());
            rows.set("deterministic", function.traits().deterministic())
                    .set("higher_order", function instanceof HigherOrderFunction);
            addAliases(rows, name, aliases, false);
        }
        for (String name : AGGREGATES.names()) {
            List<String> aliases = AGGREGATES.aliases(name);
            describe(
                    rows.row(),
                    name,
                    aliases,
                    AGGREGATES.find(name).orElseThrow().doc());
            rows.set("is_aggregate", true);
            addAliases(rows, name, aliases, true);
        }
        return rows.build();
    }

    private static void describe(SystemRows rows, String name, List<String> aliases, FunctionDoc doc) {
        String examples = doc.examples().stream()
                .map(example -> "Query:\n" + example.query() + "\nResult:\n" + example.result())
                .collect(Collectors.joining("\n\n"));
        rows.set("name", name)
                .set("case_insensitive", ignoresCase(name, aliases))
                .set("origin", "System")
                .set("description", doc.text())
                .set("syntax", doc.syntax())
                .set("examples", examples)
                .set("categories", doc.category());
    }

    /** A function says so by its own name in upper case as an alias. */
    private static boolean ignoresCase(String name, List<String> aliases) {
        return aliases.contains(name.toUpperCase(Locale.ROOT));
    }

    private static void addAliases(SystemRows rows, String name, List<String> aliases, boolean aggregate) {
        for (String alias : aliases) {
            if (!alias.equalsIgnoreCase(name)) {
                rows.row()
                        .set("name", alias)
                        .set("alias_to", name)
                        .set("is_aggregate", aggregate)
                        .set("case_insensitive", ignoresCase(name, aliases))
                        .set("origin", "System");
            }
        }
    }
}
