SELECT x, timeZoneOffset(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([toDateTime('2024-03-31 00:30:00', 'Europe/Berlin'), toDateTime('2024-03-31 03:30:00', 'Europe/Berlin'), toDateTime('2024-10-27 00:30:00', 'Europe/Berlin'), toDateTime('2024-07-15 13:14:15', 'Europe/Berlin')]) AS x);
SELECT timeZoneOffset(x) AS r FROM (SELECT arrayJoin([toDateTime('2024-03-31 00:30:00', 'Europe/Berlin'), toDateTime('2024-03-31 03:30:00', 'Europe/Berlin'), toDateTime('2024-10-27 00:30:00', 'Europe/Berlin'), toDateTime('2024-07-15 13:14:15', 'Europe/Berlin'), NULL]) AS x);
SELECT x, toHour(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([toDateTime64('1900-01-01 00:00:00.000', 3, 'UTC'), toDateTime64('1969-12-31 23:59:59.999', 3, 'UTC'), toDateTime64('2024-02-29 12:34:56.789', 3, 'UTC'), toDateTime64('2299-12-31 23:59:59.999', 3, 'UTC')]) AS x);
SELECT toHour(x) AS r FROM (SELECT arrayJoin([toDateTime64('1900-01-01 00:00:00.000', 3, 'UTC'), toDateTime64('1969-12-31 23:59:59.999', 3, 'UTC'), toDateTime64('2024-02-29 12:34:56.789', 3, 'UTC'), toDateTime64('2299-12-31 23:59:59.999', 3, 'UTC'), NULL]) AS x);
SELECT x, toMillisecond(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([toDateTime64('1900-01-01 00:00:00.000', 3, 'UTC'), toDateTime64('1969-12-31 23:59:59.999', 3, 'UTC'), toDateTime64('2024-02-29 12:34:56.789', 3, 'UTC'), toDateTime64('2299-12-31 23:59:59.999', 3, 'UTC')]) AS x);
SELECT toMillisecond(x) AS r FROM (SELECT arrayJoin([toDateTime64('1900-01-01 00:00:00.000', 3, 'UTC'), toDateTime64('1969-12-31 23:59:59.999', 3, 'UTC'), toDateTime64('2024-02-29 12:34:56.789', 3, 'UTC'), toDateTime64('2299-12-31 23:59:59.999', 3, 'UTC'), NULL]) AS x);
SELECT x, toSecond(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([toDateTime64('1900-01-01 00:00:00.000', 3, 'UTC'), toDateTime64('1969-12-31 23:59:59.999', 3, 'UTC'), toDateTime64('2024-02-29 12:34:56.789', 3, 'UTC'), toDateTime64('2299-12-31 23:59:59.999', 3, 'UTC')]) AS x);
SELECT toSecond(x) AS r FROM (SELECT arrayJoin([toDateTime64('1900-01-01 00:00:00.000', 3, 'UTC'), toDateTime64('1969-12-31 23:59:59.999', 3, 'UTC'), toDateTime64('2024-02-29 12:34:56.789', 3, 'UTC'), toDateTime64('2299-12-31 23:59:59.999', 3, 'UTC'), NULL]) AS x);
SELECT x, toYYYYMM(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([toDateTime64('1900-01-01 00:00:00.000', 3, 'UTC'), toDateTime64('1969-12-31 23:59:59.999', 3, 'UTC'), toDateTime64('2024-02-29 12:34:56.789', 3, 'UTC'), toDateTime64('2299-12-31 23:59:59.999', 3, 'UTC')]) AS x);
SELECT toYYYYMM(x) AS r FROM (SELECT arrayJoin([toDateTime64('1900-01-01 00:00:00.000', 3, 'UTC'), toDateTime64('1969-12-31 23:59:59.999', 3, 'UTC'), toDateTime64('2024-02-29 12:34:56.789', 3, 'UTC'), toDateTime64('2299-12-31 23:59:59.999', 3, 'UTC'), NULL]) AS x);
SELECT YEAR(toDate('2024-05-06'));
SELECT MONTH(toDate('2024-05-06'));
SELECT DAY(toDate('2024-05-06'));
SELECT DAYOFWEEK(toDate('2024-05-06'));
SELECT EXTRACT(YEAR FROM toDate('2024-05-06'));
SELECT EXTRACT(HOUR FROM toDateTime('2024-05-06 07:08:09', 'UTC'));
SELECT EXTRACT(DOW FROM toDate('2024-05-06'));
SELECT toDayOfWeek(toDate('2024-05-05'), 1);
SELECT timeZone() = serverTimeZone();
SELECT timeZoneOf(toDateTime('2024-01-01 00:00:00', 'Asia/Tokyo'));
SELECT toYear('2024-01-01'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT monthName(toDate('2024-05-06'));
SELECT dateName('weekday', toDate('2024-05-06'));
SELECT toLastDayOfMonth(toDate('2024-02-01'));
SELECT toDaysSinceYearZero(toDate('2024-01-01'));
SELECT toHour(toDate('2024-01-01')); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT toYear(5); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
