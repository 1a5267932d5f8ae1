SELECT any(x), any(x) RESPECT NULLS, any(x) IGNORE NULLS FROM (SELECT arrayJoin([NULL, 1, 2, NULL]) AS x);
SELECT anyLast(x), anyLast(x) RESPECT NULLS, anyLast(x) IGNORE NULLS FROM (SELECT arrayJoin([NULL, 1, 2, NULL]) AS x);
SELECT any_value(x) RESPECT NULLS, first_value(x) RESPECT NULLS, last_value(x) RESPECT NULLS, last_value(x) IGNORE NULLS FROM (SELECT arrayJoin([NULL, 1, 2, NULL]) AS x);
SELECT any_respect_nulls(x) IGNORE NULLS, anyLast_respect_nulls(x) IGNORE NULLS FROM (SELECT arrayJoin([NULL, 1, 2, NULL]) AS x);
SELECT anyIf(x, 1) RESPECT NULLS, anyArray([x]) RESPECT NULLS FROM (SELECT arrayJoin([NULL, 1, 2, NULL]) AS x);
SELECT toTypeName(any(x) RESPECT NULLS), toTypeName(anyState(x) RESPECT NULLS), toTypeName(anyIfState(x, 1) RESPECT NULLS) FROM (SELECT arrayJoin([NULL, 1]) AS x);
SELECT sum(x) IGNORE NULLS, count() IGNORE NULLS FROM (SELECT arrayJoin([NULL, 1, 2, NULL]) AS x);
SELECT sum(x) RESPECT NULLS FROM (SELECT 1 AS x); -- { serverError NOT_IMPLEMENTED }
SELECT any_respect_nulls(x) RESPECT NULLS FROM (SELECT 1 AS x); -- { serverError NOT_IMPLEMENTED }
SELECT plus(1, 2) RESPECT NULLS; -- { serverError SYNTAX_ERROR }
