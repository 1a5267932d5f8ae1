SELECT x, toStartOfMonth(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([toDateTime('2024-03-31 00:30:00', 'Europe/Berlin'), toDateTime('2024-03-31 03:30:00', 'Europe/Berlin'), toDateTime('2024-10-27 00:30:00', 'Europe/Berlin'), toDateTime('2024-07-15 13:14:15', 'Europe/Berlin')]) AS x);
SELECT toStartOfMonth(x) AS r FROM (SELECT arrayJoin([toDateTime('2024-03-31 00:30:00', 'Europe/Berlin'), toDateTime('2024-03-31 03:30:00', 'Europe/Berlin'), toDateTime('2024-10-27 00:30:00', 'Europe/Berlin'), toDateTime('2024-07-15 13:14:15', 'Europe/Berlin'), NULL]) AS x);
SELECT toStartOfInterval(toDateTime('2024-02-29 12:34:56', 'UTC'), INTERVAL 1 YEAR);
SELECT toStartOfInterval(toDateTime('2024-02-29 12:34:56', 'UTC'), INTERVAL 5 MINUTE);
SELECT toStartOfInterval(toDateTime('2024-02-29 12:34:56', 'UTC'), INTERVAL 15 SECOND);
SELECT toStartOfInterval(toDateTime('2024-02-29 12:34:56', 'UTC'), INTERVAL 2 HOUR);
SELECT toStartOfInterval(toDateTime('2024-02-29 12:34:56', 'UTC'), INTERVAL 1 WEEK);
SELECT toStartOfInterval(toDate('2024-02-29'), INTERVAL 3 MONTH);
SELECT toStartOfInterval(toDate('2024-02-29'), INTERVAL 10 DAY);
SELECT date_trunc('month', toDate('2024-02-29'));
SELECT date_trunc('hour', toDateTime('2024-02-29 12:34:56', 'UTC'));
SELECT dateTrunc('week', toDate('2024-02-29'));
SELECT dateTrunc('quarter', toDateTime('2024-05-29 12:34:56', 'UTC'));
SELECT toTypeName(date_trunc('day', toDateTime('2024-02-29 12:34:56', 'UTC')));
SELECT timeSlot(toDateTime('2024-02-29 12:34:56', 'UTC'));
SELECT toTypeName(toStartOfMonth(toDateTime('2024-02-29 12:34:56', 'UTC')));
SELECT toTypeName(toStartOfDay(toDate('2024-02-29')));
SELECT date_trunc('nonsense', toDate('2024-01-01')); -- { serverError BAD_ARGUMENTS }
SELECT toStartOfHour(toDate('2024-01-01')); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT toStartOfInterval(toDateTime('2024-02-29 12:00:00', 'UTC') + number * 1000, INTERVAL 30 MINUTE) AS t, count() FROM numbers(20) GROUP BY t ORDER BY t;
