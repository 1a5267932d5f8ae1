package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.TypeWords;
import io.millrace.net.pgwire.WireType;
import io.millrace.postgres.catalog.Objects.Rel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the catalog's relations at one moment, made when they are first asked for. */
final class Snapshot {
    private final CatalogSession session;
    private final Map<String, List<@Nullable Object[]>> rows = new HashMap<>();
    private @Nullable Objects objects;

    Snapshot(CatalogSession session) {
        this.session = session;
    }

    Objects objects() {
        if (objects == null) {
            objects = new Objects(session);
        }
        return objects;
    }

    CatalogSession session() {
        return session;
    }

    List<@Nullable Object[]> rows(Relation relation) {
        return rows.computeIfAbsent(relation.schema() + "." + relation.name(), n -> make(relation));
    }

    private List<@Nullable Object[]> make(Relation relation) {
        Table table = new Table(relation);
        if (relation.schema().equals("information_schema")) {
            InformationSchema.fill(relation.name(), table, this);
            return table.rows();
        }
        if (!new TableRows(this).fill(relation.name(), table)) {
            FixedRelations.fill(relation.name(), table, session);
        }
        return table.rows();
    }

    // ---- looking up

    /** The id of a relation by its name, perhaps with its schema; names without one are looked up in the current schema first. */
    Optional<Long> relationId(String text) {
        List<String> parts = Text.identifiers(text);
        String name = parts.getLast();
        if (parts.size() > 1) {
            String schema = parts.get(parts.size() - 2);
            return Relations.find(schema, name).map(Relation::oid).or(() -> userRelation(schema, name));
        }
        return userRelation(session.schema(), name)
                .or(() -> Relations.findUnqualified(name).map(Relation::oid));
    }

    private Optional<Long> userRelation(String schema, String name) {
        if (name.endsWith("_pkey")) {
            Optional<Rel> keyed = objects().find(schema, name.substring(0, name.length() - 5));
            if (keyed.isPresent() && keyed.get().keyOid() != 0) {
                return Optional.of(keyed.get().keyOid());
            }
        }
        return objects().find(schema, name).map(Rel::oid);
    }

    /** The name of a relation as {@code regclass} prints it. */
    String relationName(long oid) {
        for (Relation r : Relations.all()) {
            if (r.oid() == oid) {
                return (r.schema().equals("pg_catalog") ? "" : "information_schema.") + r.name();
            }
        }
        Optional<Rel> rel = objects().find(oid);
        if (rel.isPresent()) {
            return qualified(rel.get(), rel.get().definition().id().name());
        }
        Optional<Rel> keyed = objects().byKey(oid);
        return keyed.map(r -> qualified(r, r.definition().id().name() + "_pkey"))
                .orElse(Long.toString(oid));
    }

    private String qualified(Rel rel, String name) {
        String schema = rel.schemaName().equals(session.schema()) ? "" : Text.quoteIdent(rel.schemaName()) + ".";
        return schema + Text.quoteIdent(name);
    }

    /** {@code format_type}. */
    static @Nullable String typeName(long oid, int modifier) {
        Optional<WireType> scalar = PgType.ofOid((int) oid).map(t -> new WireType(t, false, modifier));
        Optional<WireType> type =
                scalar.or(() -> PgType.ofArrayOid((int) oid).map(t -> new WireType(t, true, modifier)));
        return type.map(TypeWords::of).or(() -> FixedRelations.typeName(oid)).orElse(oid == 0 ? "-" : "???");
    }
}
