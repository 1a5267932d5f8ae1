package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Supertype;
import io.millrace.expressions.tree.Expression;
import io.millrace.planner.plan.Plan;
import io.millrace.sql.ast.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** UNION, EXCEPT and INTERSECT over plans whose columns are brought to common types first. */
record SetOperations(AnalysisContext context) {
    /** The plan of queries that an operator combines. */
    Plan combined(Query.Operator operator, List<Plan> plans) {
        Combination how = Combination.of(operator, context.settings());
        return switch (how) {
            case UNION_ALL -> union(plans);
            case UNION_DISTINCT -> distinct(union(plans));
            case EXCEPT_ALL, EXCEPT_DISTINCT, INTERSECT_ALL, INTERSECT_DISTINCT -> {
                Plan left = plans.getFirst();
                for (Plan right : plans.subList(1, plans.size())) {
                    List<Plan> aligned =
                            align(List.of(left, right), ErrorCode.INTERSECT_OR_EXCEPT_RESULT_STRUCTURES_MISMATCH);
                    left = new Plan.SetOperation(
                            aligned.get(0), aligned.get(1), how.intersects(), how.keepsDuplicates());
                }
                yield left;
            }
        };
    }

    private Plan union(List<Plan> plans) {
        List<Plan> aligned = align(plans, ErrorCode.UNION_ALL_RESULT_STRUCTURES_MISMATCH);
        return new Plan.Union(aligned, aligned.getFirst().header());
    }

    private static Plan distinct(Plan plan) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < plan.header().width(); i++) {
            all.add(i);
        }
        return new Plan.Distinct(plan, all, OptionalLong.empty());
    }

    /** Casts the columns of several plans to common types; names are the first plan's. */
    List<Plan> align(List<Plan> plans, ErrorCode mismatch) {
        Header first = plans.getFirst().header();
        for (Plan plan : plans) {
            if (plan.header().width() != first.width()) {
                throw new DbException(
                        mismatch,
                        "Different number of columns in UNION, INTERSECT or EXCEPT elements: " + first.width() + " and "
                                + plan.header().width());
            }
        }
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < first.width(); i++) {
            int column = i;
            List<DataType> types =
                    plans.stream().map(p -> p.header().type(column)).toList();
            fields.add(new Header.Field(first.name(i), Supertype.leastOrThrow(types)));
        }
        Header header = new Header(fields);
        return plans.stream().map(p -> castTo(p, header)).toList();
    }

    private Plan castTo(Plan plan, Header header) {
        if (plan.header().equals(header)) {
            return plan;
        }
        Calls calls = new Calls(context.bind());
        List<Expression> expressions = new ArrayList<>();
        for (int i = 0; i < header.width(); i++) {
            Expression input =
                    new Expression.Input(i, plan.header().name(i), plan.header().type(i));
            expressions.add(calls.cast(input, header.type(i)));
        }
        return new Plan.Project(plan, expressions, header);
    }
}
