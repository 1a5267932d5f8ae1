package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Settings;
import io.millrace.sql.ast.Query;
import java.util.Locale;

/** How two results are combined, once the settings have said what a bare UNION, EXCEPT or INTERSECT means. */
enum Combination {
    UNION_ALL,
    UNION_DISTINCT,
    EXCEPT_ALL,
    EXCEPT_DISTINCT,
    INTERSECT_ALL,
    INTERSECT_DISTINCT;

    static Combination of(Query.Operator operator, Settings settings) {
        return switch (operator) {
            case UNION_ALL -> UNION_ALL;
            case UNION_DISTINCT -> UNION_DISTINCT;
            case EXCEPT_ALL -> EXCEPT_ALL;
            case EXCEPT_DISTINCT -> EXCEPT_DISTINCT;
            case INTERSECT_ALL -> INTERSECT_ALL;
            case INTERSECT_DISTINCT -> INTERSECT_DISTINCT;
            case UNION -> isAll(settings.get(PlannerSettings.UNION_DEFAULT_MODE), "UNION") ? UNION_ALL : UNION_DISTINCT;
            case EXCEPT ->
                isAll(settings.get(PlannerSettings.EXCEPT_DEFAULT_MODE), "EXCEPT") ? EXCEPT_ALL : EXCEPT_DISTINCT;
            case INTERSECT ->
                isAll(settings.get(PlannerSettings.INTERSECT_DEFAULT_MODE), "INTERSECT")
                        ? INTERSECT_ALL
                        : INTERSECT_DISTINCT;
        };
    }

    boolean intersects() {
        return this == INTERSECT_ALL || this == INTERSECT_DISTINCT;
    }

    boolean keepsDuplicates() {
        return this == UNION_ALL || this == EXCEPT_ALL || this == INTERSECT_ALL;
    }

    private static boolean isAll(String mode, String operator) {
        return switch (mode.toUpperCase(Locale.ROOT)) {
            case "ALL" -> true;
            case "DISTINCT" -> false;
            default ->
                throw new DbException(
                        ErrorCode.EXPECTED_ALL_OR_DISTINCT,
                        "Expected ALL or DISTINCT in SelectWithUnion query; because setting ("
                                + operator.toLowerCase(Locale.ROOT) + "_default_mode) is empty");
        };
    }
}
