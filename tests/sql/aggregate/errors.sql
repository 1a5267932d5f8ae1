SELECT sum('a'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT avg('a'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT sum(); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT sum(1, 2); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT nosuchAggregate(1) OVER (); -- { serverError UNKNOWN_AGGREGATE_FUNCTION }
SELECT sum(sum(1)); -- { serverError ILLEGAL_AGGREGATION }
SELECT number FROM numbers(3) GROUP BY number + 1; -- { serverError NOT_AN_AGGREGATE }
SELECT number, count() FROM numbers(3); -- { serverError NOT_AN_AGGREGATE }
SELECT count() FROM numbers(3) WHERE count() > 1; -- { serverError ILLEGAL_AGGREGATION }
SELECT quantile(2)(1); -- { serverError PARAMETER_OUT_OF_BOUND }
SELECT quantile('a')(1); -- { serverError CANNOT_CONVERT_TYPE }
SELECT quantile(0.5)('a'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT sum(number) AS s FROM numbers(3) GROUP BY s; -- { serverError ILLEGAL_AGGREGATION }
SELECT argMax(1); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT groupArray(-1)(1); -- { serverError BAD_ARGUMENTS }
SELECT sumIf(1); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT sumIf(1, 'a'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT max(number) FROM numbers(3) ORDER BY number; -- { serverError NOT_AN_AGGREGATE }
SELECT count(1, 2); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
