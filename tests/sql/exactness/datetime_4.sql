SELECT age('month',toDate('2024-01-31'),toDate('2024-02-29')) AS r, toTypeName(r);
SELECT toStartOfInterval(toDateTime('2024-02-03 04:05:06','UTC'),INTERVAL 7 MINUTE) AS r, toTypeName(r);
SELECT toStartOfInterval(toDate('2024-02-03'),INTERVAL 2 WEEK) AS r, toTypeName(r);
SELECT toStartOfInterval(toDate('2024-02-03'),INTERVAL 5 MONTH) AS r, toTypeName(r);
SELECT toStartOfInterval(toDateTime('2024-02-03 04:05:06','UTC'),INTERVAL 3 DAY) AS r, toTypeName(r);
SELECT formatDateTime(toDateTime('2024-02-03 04:05:06','UTC'),'%Y-%m-%d %H:%i:%S %j %u %w %W %a %b %M %f %p %h %I %e %y %G %V %Q %C %D %F %T %R %n%t%%') AS r, toTypeName(r);
SELECT parseDateTimeBestEffort('Feb 3 2024 4:05PM','UTC') AS r, toTypeName(r);
SELECT parseDateTimeBestEffort('03/02/2024 04:05:06','UTC') AS r, toTypeName(r);
SELECT parseDateTimeBestEffortUS('03/02/2024 04:05:06','UTC') AS r, toTypeName(r);
SELECT parseDateTimeBestEffort('2024-02-03T04:05:06+03:00','UTC') AS r, toTypeName(r);
SELECT parseDateTimeBestEffort('1706933106','UTC') AS r, toTypeName(r);
SELECT parseDateTime64BestEffort('2024-02-03 04:05:06.123456',6,'UTC') AS r, toTypeName(r);
SELECT makeDate(2024,2,30) AS r, toTypeName(r);
SELECT makeDate(1969,1,1) AS r, toTypeName(r);
SELECT makeDateTime(2024,2,3,4,5,6,'UTC') AS r, toTypeName(r);
SELECT fromUnixTimestamp64Milli(1706933106789,'UTC') AS r, toTypeName(r);
SELECT toTime('10:20:30') AS r, toTypeName(r);
SELECT toTime64('10:20:30.123',3) AS r, toTypeName(r);
SELECT toDateTime('2024-03-10 02:30:00','America/New_York') AS r, toTypeName(r);
SELECT toUnixTimestamp(toDateTime('2024-03-10 02:30:00','America/New_York')) AS r, toTypeName(r);
SELECT toUnixTimestamp(toDateTime('2024-11-03 01:30:00','America/New_York')) AS r, toTypeName(r);
SELECT toDateTime('2024-03-10 01:59:59','America/New_York')+1 AS r, toTypeName(r);
SELECT toStartOfDay(toDateTime('2024-03-10 12:00:00','America/New_York')) AS r, toTypeName(r);
SELECT addDays(toDateTime('2024-03-09 02:30:00','America/New_York'),1) AS r, toTypeName(r);
SELECT toStartOfHour(toDateTime('2024-01-01 10:20:30','Asia/Kolkata')) AS r, toTypeName(r);
SELECT timeZoneOffset(toDateTime('1970-01-01 00:00:00','Europe/London')) AS r, toTypeName(r);
SELECT toDateTime('2024-02-30 00:00:00','UTC') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_DATETIME }
SELECT toDateTime64('2262-04-11 23:47:16.854775808',9,'UTC') AS r, toTypeName(r); -- { serverError DECIMAL_OVERFLOW }
SELECT toDateTime64('-1.5',3,'UTC') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_DATETIME }
