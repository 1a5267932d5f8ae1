SELECT arrayJoin([1, 2]) AS a, count() FROM numbers(3) ORDER BY a;
SELECT arrayJoin([1, 2]) AS a, sum(a) FROM numbers(3) ORDER BY a;
SELECT arrayJoin([1, 2]) + 1 AS a, sum(number), arrayJoin([1, 2]) FROM numbers(3) ORDER BY a;
SELECT arrayJoin([1, 2]) AS a, sum(arrayJoin([1, 2, 3])) FROM numbers(3) ORDER BY a;
SELECT toDecimal32(arrayJoin([1, 2]), 1) + 0 AS r, sum(r) ORDER BY r;
SELECT number % 2 AS k, arrayJoin([k, 5]) AS j, count() FROM numbers(3) GROUP BY k ORDER BY k, j;
SELECT arrayJoin([number, 7]) AS j, count() FROM numbers(3) GROUP BY j ORDER BY j;
SELECT count(), arrayJoin([1, 2]) AS j FROM numbers(3) HAVING j > 1;
SELECT count(), arrayJoin([1, 2]) AS j FROM numbers(3) WHERE j > 1 ORDER BY j;
SELECT count() FROM numbers(2) WHERE arrayJoin([0, 1, 1]) = 1;
SELECT count() FROM numbers(3) ORDER BY arrayJoin([1, 2]);
SELECT arrayJoin([count(), max(number)]) AS c FROM numbers(3) ORDER BY c;
SELECT min(x), arrayJoin(x) FROM (SELECT [1] AS x); -- { serverError NOT_AN_AGGREGATE }
SELECT arrayJoin([number]), sum(number) FROM numbers(3); -- { serverError NOT_AN_AGGREGATE }
SELECT arrayJoin([1, 2]) AS j, count() OVER () FROM numbers(3) ORDER BY j;
SELECT arrayJoin([1, 2]) AS j, sum(j) OVER () FROM numbers(3) ORDER BY j;
SELECT arrayJoin([1, 2]) AS j, count() OVER (), count() FROM numbers(3) ORDER BY j;
SELECT arrayJoin([row_number() OVER (ORDER BY number), 7]) AS j FROM numbers(2) ORDER BY j;
SELECT count(), arrayJoin([1, 2]) AS j FROM numbers(3) GROUP BY number WITH TOTALS HAVING j > 1; -- { serverError ILLEGAL_COLUMN }
SELECT sum(row_number() OVER ()) FROM numbers(3); -- { serverError ILLEGAL_AGGREGATION }
SELECT sum(row_number() OVER ()) OVER (); -- { serverError ILLEGAL_AGGREGATION }
