package io.millrace.postgres.catalog;

import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.type.DataType;
import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

public final class CatalogQuery {
    public record Column(String name, DataType data, WireType wire) {}

    public static boolean takes(Query query, Function<String, Optional<Table>> temporary) {
        return false;
    }

    public static CatalogQuery bind(Query query, CatalogSession session, List<Optional<WireType>> declared) {
        throw new IllegalStateException();
    }

    public List<Column> columns() {
        return List.of();
    }

    public List<WireType> parameters() {
        return List.of();
    }

    public Block run(List<Optional<String>> values, CatalogSession session) {
        throw new IllegalStateException();
    }
}
