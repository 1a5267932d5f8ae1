package io.millrace.planner.analyze;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Settings that the planner reads. */
@Builtin("PlannerSettings")
public final class PlannerSettings implements Setting.Group {
    public static final Setting<Boolean> PREFER_COLUMN_NAME_TO_ALIAS =
            Setting.bool("prefer_column_name_to_alias", false, "Names mean columns before they mean aliases.");
    public static final Setting<Boolean> FLATTEN_NESTED =
            Setting.bool("flatten_nested", true, "A Nested column becomes one array column for each element.");
    public static final Setting<Boolean> FILL_BY_SORTING_PREFIX = Setting.bool(
            "use_with_fill_by_sorting_prefix",
            true,
            "WITH FILL fills rows by themselves that are equal in the columns of ORDER BY before the filled ones.");
    public static final Setting<Boolean> ALLOW_SUSPICIOUS_LOW_CARDINALITY =
            Setting.bool("allow_suspicious_low_cardinality_types", false, "Columns may be LowCardinality of numbers.");
    public static final Setting<Boolean> ALLOW_SUSPICIOUS_FIXED_STRING = Setting.bool(
            "allow_suspicious_fixed_string_types", false, "Columns may be FixedString of more than 256 bytes.");
    public static final Setting<Boolean> ALLOW_SUSPICIOUS_CODECS =
            Setting.bool("allow_suspicious_codecs", false, "Columns may have chains of codecs that make no sense.");
    public static final Setting<Boolean> ENABLE_POSITIONAL_ARGUMENTS = Setting.bool(
            "enable_positional_arguments",
            true,
            "Numbers in GROUP BY, LIMIT BY and ORDER BY mean columns of the SELECT.");
    public static final Setting<Boolean> JOIN_USE_NULLS =
            Setting.bool("join_use_nulls", false, "Outer joins fill with NULL instead of default values.");
    public static final Setting<String> JOIN_DEFAULT_STRICTNESS = Setting.choice(
            "join_default_strictness",
            "JoinStrictness",
            "ALL",
            "Strictness of joins that do not say it: ALL, ANY or empty.");
    public static final Setting<String> UNION_DEFAULT_MODE = Setting.choice(
            "union_default_mode",
            "SetOperationMode",
            "",
            "What a bare UNION means: ALL, DISTINCT or empty for an error.");
    public static final Setting<String> INTERSECT_DEFAULT_MODE = Setting.choice(
            "intersect_default_mode", "SetOperationMode", "ALL", "What a bare INTERSECT means: ALL or DISTINCT.");
    public static final Setting<String> EXCEPT_DEFAULT_MODE = Setting.choice(
            "except_default_mode", "SetOperationMode", "ALL", "What a bare EXCEPT means: ALL or DISTINCT.");
    public static final Setting<String> COUNT_DISTINCT_IMPLEMENTATION = Setting.string(
            "count_distinct_implementation", "uniqExact", "The aggregate function behind count(DISTINCT x).");
    public static final Setting<Boolean> TRANSFORM_NULL_IN =
            Setting.bool("transform_null_in", false, "NULL equals NULL in IN.");
    public static final Setting<Long> LIMIT =
            Setting.uint64("limit", 0, "A limit on the rows of the result, beside the query's own.");
    public static final Setting<Long> OFFSET =
            Setting.uint64("offset", 0, "Rows of the result to skip, beside the query's own.");
    public static final Setting<Boolean> OPTIMIZE_TRIVIAL_COUNT = Setting.bool(
            "optimize_trivial_count_query", true, "count() without conditions is answered from the table's row count.");
    public static final Setting<Boolean> EMPTY_RESULT_FOR_AGGREGATION_BY_EMPTY_SET = Setting.bool(
            "empty_result_for_aggregation_by_empty_set", false, "Aggregation of no rows without keys gives no row.");
    public static final Setting<Long> MAX_ROWS_TO_GROUP_BY =
            Setting.uint64("max_rows_to_group_by", 0, "Limit on distinct keys of GROUP BY, 0 for none.");
    public static final Setting<Long> MAX_SUBQUERY_DEPTH =
            Setting.uint64("max_subquery_depth", 100, "How deep subqueries may be nested.");
    public static final Setting<String> TOTALS_MODE = Setting.choice(
            "totals_mode",
            "TotalsMode",
            "after_having_exclusive",
            "Which groups count for WITH TOTALS when there is a HAVING: before_having for all of them.");
    public static final Setting<Boolean> FINAL = Setting.bool("final", false, "FINAL for all tables that can.");
    public static final Setting<Boolean> AGGREGATE_FUNCTIONS_NULL_FOR_EMPTY = Setting.bool(
            "aggregate_functions_null_for_empty", false, "Adds -OrNull to aggregate functions of queries.");
    public static final Setting<Long> MAX_RECURSIVE_CTE_EVALUATION_DEPTH =
            Setting.uint64("max_recursive_cte_evaluation_depth", 1000, "Limit on rounds of WITH RECURSIVE.");

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                FILL_BY_SORTING_PREFIX,
                ALLOW_SUSPICIOUS_LOW_CARDINALITY,
                ALLOW_SUSPICIOUS_FIXED_STRING,
                ALLOW_SUSPICIOUS_CODECS,
                PREFER_COLUMN_NAME_TO_ALIAS,
                FLATTEN_NESTED,
                ENABLE_POSITIONAL_ARGUMENTS,
                JOIN_USE_NULLS,
                JOIN_DEFAULT_STRICTNESS,
                UNION_DEFAULT_MODE,
                INTERSECT_DEFAULT_MODE,
                EXCEPT_DEFAULT_MODE,
                COUNT_DISTINCT_IMPLEMENTATION,
                TRANSFORM_NULL_IN,
                LIMIT,
                OFFSET,
                OPTIMIZE_TRIVIAL_COUNT,
                EMPTY_RESULT_FOR_AGGREGATION_BY_EMPTY_SET,
                MAX_ROWS_TO_GROUP_BY,
                MAX_SUBQUERY_DEPTH,
                TOTALS_MODE,
                FINAL,
                AGGREGATE_FUNCTIONS_NULL_FOR_EMPTY,
                MAX_RECURSIVE_CTE_EVALUATION_DEPTH);
    }
}
