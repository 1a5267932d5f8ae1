package io.millrace.planner.scope;

import io.millrace.data.block.Header;
import io.millrace.expressions.tree.Expression;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What FROM gives: a plan and the columns that names can mean, in the order of {@code *}. Immutable. */
public final class Relation {
    private final Plan plan;
    private final List<ScopeColumn> columns;
    private final Map<String, List<ScopeColumn>> byName = new HashMap<>();

    public Relation(Plan plan, List<ScopeColumn> columns) {
        this.plan = plan;
        this.columns = List.copyOf(columns);
        for (ScopeColumn column : columns) {
            byName.computeIfAbsent(column.name(), name -> new ArrayList<>(1)).add(column);
        }
    }

    public Plan plan() {
        return plan;
    }

    public List<ScopeColumn> columns() {
        return columns;
    }

    /** All columns of a plan, under one qualifier list. */
    public static Relation of(Plan plan, List<String> qualifiers) {
        List<ScopeColumn> columns = new ArrayList<>();
        Header header = plan.header();
        for (int i = 0; i < header.width(); i++) {
            columns.add(new ScopeColumn(
                    qualifiers, header.name(i), new Expression.Input(i, header.name(i), header.type(i)), true));
        }
        return new Relation(plan, columns);
    }

    /** The column of a name as written: {@code a}, {@code t.a}, {@code db.t.a}, or a column whose own name has dots. The first one wins. */
    public Optional<ScopeColumn> find(List<String> parts) {
        List<ScopeColumn> whole = byName.getOrDefault(String.join(".", parts), List.of());
        if (!whole.isEmpty()) {
            return Optional.of(whole.getFirst());
        }
        for (int split = 1; split < parts.size(); split++) {
            String qualifier = String.join(".", parts.subList(0, split));
            String name = String.join(".", parts.subList(split, parts.size()));
            for (ScopeColumn column : byName.getOrDefault(name, List.of())) {
                if (column.isQualifiedBy(qualifier)) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    /** Columns that {@code *} or {@code qualifier.*} shows. */
    public List<ScopeColumn> ordinary(Optional<String> qualifier) {
        return columns.stream()
                .filter(ScopeColumn::ordinary)
                .filter(c -> qualifier.isEmpty() || c.isQualifiedBy(qualifier.get()))
                .toList();
    }

    /** All names, for hints in error texts. */
    public List<String> names() {
        return columns.stream().map(ScopeColumn::name).toList();
    }
}
