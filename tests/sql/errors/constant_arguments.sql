SELECT now64('text'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT arrayReduce(1, [1]); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT initializeAggregation(1, 2); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT throwIf(0, 1); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT getSetting(1); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT dateName(1, toDate('2024-01-02')); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT formatDateTime(toDate('2024-01-02'), 1); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT tupleElement((1, 2), 1.5); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT splitByRegexp(1, 'a'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT arrayReduceInRanges('sum', [(1.5, 2)], [1, 2, 3, 4]); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT arrayReduceInRanges('sum', [(toNullable(1), 2)], [1, 2, 3, 4]); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT toLowCardinality([1]); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT toLowCardinality((1, 2)); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT toLowCardinality(NULL); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT toLowCardinality(toDecimal32(1, 2)); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT arrayFold('hello', [''], '-'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT untuple(); -- { serverError UNSUPPORTED_METHOD }
SELECT untuple(1); -- { serverError UNSUPPORTED_METHOD }
SELECT untuple((1, 2), 3); -- { serverError UNSUPPORTED_METHOD }
