-- The queries of the whole-query benchmark: the 43 shapes of ClickBench over a table made from a seed.
--
-- A query starts at "-- Qnn: what it asks". Lines that may follow:
--   -- order: 2,1        the answer is sorted by these columns (from 1) and cut; rows at the cut may be tied
--   -- answer: rows      any rows will do; only their number is compared
--   -- apart: duckdb ... the answer of this engine differs by design and is not compared
--   -- duckdb:           the same query in this engine's words, up to the next query
-- {user} is a user of the data; {popular} is one row in a thousand of the table.

-- Q00: all rows
SELECT count(*) FROM hits

-- Q01: rows with an advertisement; the column is nearly all zeros
SELECT count(*) FROM hits WHERE AdvEngineID <> 0

-- Q02: three aggregates over small integers
SELECT sum(AdvEngineID) AS adverts, count(*) AS views, avg(ResolutionWidth) AS width FROM hits

-- Q03: average of a wide column
-- apart: duckdb sums in 128 bits, where 64 wrap round
SELECT avg(UserID) FROM hits

-- Q04: exact distinct integers
SELECT count(DISTINCT UserID) FROM hits

-- Q05: exact distinct strings
SELECT count(DISTINCT SearchPhrase) FROM hits

-- Q06: smallest and largest
SELECT min(EventDate) AS first_day, max(EventDate) AS last_day FROM hits

-- Q07: few groups after a selective filter
-- order: 2
SELECT AdvEngineID, count(*) AS views FROM hits WHERE AdvEngineID <> 0 GROUP BY AdvEngineID ORDER BY views DESC

-- Q08: distinct users in thousands of groups
-- order: 2
SELECT RegionID, count(DISTINCT UserID) AS visitors FROM hits GROUP BY RegionID ORDER BY visitors DESC LIMIT 10

-- Q09: the same beside other aggregates
-- order: 3
SELECT RegionID, sum(AdvEngineID) AS adverts, count(*) AS views, avg(ResolutionWidth) AS width,
       count(DISTINCT UserID) AS visitors
FROM hits GROUP BY RegionID ORDER BY views DESC LIMIT 10

-- Q10: distinct users by a short string
-- order: 2
SELECT MobilePhoneModel, count(DISTINCT UserID) AS visitors FROM hits
WHERE MobilePhoneModel <> '' GROUP BY MobilePhoneModel ORDER BY visitors DESC LIMIT 10

-- Q11: the same by two columns
-- order: 3
SELECT MobilePhone, MobilePhoneModel, count(DISTINCT UserID) AS visitors FROM hits
WHERE MobilePhoneModel <> '' GROUP BY MobilePhone, MobilePhoneModel ORDER BY visitors DESC LIMIT 10

-- Q12: many groups by string
-- order: 2
SELECT SearchPhrase, count(*) AS searches FROM hits
WHERE SearchPhrase <> '' GROUP BY SearchPhrase ORDER BY searches DESC LIMIT 10

-- Q13: distinct users in many groups by string
-- order: 2
SELECT SearchPhrase, count(DISTINCT UserID) AS visitors FROM hits
WHERE SearchPhrase <> '' GROUP BY SearchPhrase ORDER BY visitors DESC LIMIT 10

-- Q14: groups by a number and a string
-- order: 3
SELECT SearchEngineID, SearchPhrase, count(*) AS searches FROM hits
WHERE SearchPhrase <> '' GROUP BY SearchEngineID, SearchPhrase ORDER BY searches DESC LIMIT 10

-- Q15: millions of groups by number
-- order: 2
SELECT UserID, count(*) AS views FROM hits GROUP BY UserID ORDER BY views DESC LIMIT 10

-- Q16: millions of groups by number and string
-- order: 3
SELECT UserID, SearchPhrase, count(*) AS views FROM hits GROUP BY UserID, SearchPhrase ORDER BY views DESC LIMIT 10

-- Q17: the same without an order
-- answer: rows
SELECT UserID, SearchPhrase, count(*) AS views FROM hits GROUP BY UserID, SearchPhrase LIMIT 10

-- Q18: the same and the minute
-- order: 4
SELECT UserID, extract(MINUTE FROM EventTime) AS minute_of_hour, SearchPhrase, count(*) AS views FROM hits
GROUP BY UserID, minute_of_hour, SearchPhrase ORDER BY views DESC LIMIT 10

-- Q19: one user of a column that is not a key prefix
SELECT UserID FROM hits WHERE UserID = {user}

-- Q20: substring search in addresses
SELECT count(*) FROM hits WHERE URL LIKE '%google%'

-- Q21: the same, then groups
-- order: 3
SELECT SearchPhrase, min(URL) AS address, count(*) AS searches FROM hits
WHERE URL LIKE '%google%' AND SearchPhrase <> '' GROUP BY SearchPhrase ORDER BY searches DESC LIMIT 10

-- Q22: two searches, then groups with distinct users
-- order: 4
SELECT SearchPhrase, min(URL) AS address, min(Title) AS heading, count(*) AS searches,
       count(DISTINCT UserID) AS visitors
FROM hits WHERE Title LIKE '%Google%' AND URL NOT LIKE '%.google.%' AND SearchPhrase <> ''
GROUP BY SearchPhrase ORDER BY searches DESC LIMIT 10

-- Q23: whole rows of a rare match
-- order: 5
SELECT * FROM hits WHERE URL LIKE '%google%' ORDER BY EventTime LIMIT 10

-- Q24: the first by time
-- order: 2
SELECT SearchPhrase, EventTime FROM hits WHERE SearchPhrase <> '' ORDER BY EventTime LIMIT 10

-- Q25: the first by text
-- order: 1
SELECT SearchPhrase FROM hits WHERE SearchPhrase <> '' ORDER BY SearchPhrase LIMIT 10

-- Q26: the first by time and text
-- order: 2,1
SELECT SearchPhrase, EventTime FROM hits WHERE SearchPhrase <> '' ORDER BY EventTime, SearchPhrase LIMIT 10

-- Q27: length of texts by a key prefix
-- order: 2
SELECT CounterID, avg(length(URL)) AS mean_length, count(*) AS views FROM hits
WHERE URL <> '' GROUP BY CounterID HAVING count(*) > {popular} ORDER BY mean_length DESC LIMIT 25
-- duckdb:
SELECT CounterID, avg(strlen(URL)) AS mean_length, count(*) AS views FROM hits
WHERE URL <> '' GROUP BY CounterID HAVING count(*) > {popular} ORDER BY mean_length DESC LIMIT 25

-- Q28: a regular expression over every row
-- order: 2
SELECT REGEXP_REPLACE(Referer, '^https?://(?:www\\.)?([^/]+)/.*$', '\\1') AS host, avg(length(Referer)) AS mean_length,
       count(*) AS views, min(Referer) AS example
FROM hits WHERE Referer <> '' GROUP BY host HAVING count(*) > {popular} ORDER BY mean_length DESC LIMIT 25
-- duckdb:
SELECT REGEXP_REPLACE(Referer, '^https?://(?:www\.)?([^/]+)/.*$', '\1') AS host, avg(strlen(Referer)) AS mean_length,
       count(*) AS views, min(Referer) AS example
FROM hits WHERE Referer <> '' GROUP BY host HAVING count(*) > {popular} ORDER BY mean_length DESC LIMIT 25

-- Q29: ninety sums
SELECT sum(ResolutionWidth), sum(ResolutionWidth + 1), sum(ResolutionWidth + 2), sum(ResolutionWidth + 3), sum(ResolutionWidth + 4),
       sum(ResolutionWidth + 5), sum(ResolutionWidth + 6), sum(ResolutionWidth + 7), sum(ResolutionWidth + 8), sum(ResolutionWidth + 9),
       sum(ResolutionWidth + 10), sum(ResolutionWidth + 11), sum(ResolutionWidth + 12), sum(ResolutionWidth + 13), sum(ResolutionWidth + 14),
       sum(ResolutionWidth + 15), sum(ResolutionWidth + 16), sum(ResolutionWidth + 17), sum(ResolutionWidth + 18), sum(ResolutionWidth + 19),
       sum(ResolutionWidth + 20), sum(ResolutionWidth + 21), sum(ResolutionWidth + 22), sum(ResolutionWidth + 23), sum(ResolutionWidth + 24),
       sum(ResolutionWidth + 25), sum(ResolutionWidth + 26), sum(ResolutionWidth + 27), sum(ResolutionWidth + 28), sum(ResolutionWidth + 29),
       sum(ResolutionWidth + 30), sum(ResolutionWidth + 31), sum(ResolutionWidth + 32), sum(ResolutionWidth + 33), sum(ResolutionWidth + 34),
       sum(ResolutionWidth + 35), sum(ResolutionWidth + 36), sum(ResolutionWidth + 37), sum(ResolutionWidth + 38), sum(ResolutionWidth + 39),
       sum(ResolutionWidth + 40), sum(ResolutionWidth + 41), sum(ResolutionWidth + 42), sum(ResolutionWidth + 43), sum(ResolutionWidth + 44),
       sum(ResolutionWidth + 45), sum(ResolutionWidth + 46), sum(ResolutionWidth + 47), sum(ResolutionWidth + 48), sum(ResolutionWidth + 49),
       sum(ResolutionWidth + 50), sum(ResolutionWidth + 51), sum(ResolutionWidth + 52), sum(ResolutionWidth + 53), sum(ResolutionWidth + 54),
       sum(ResolutionWidth + 55), sum(ResolutionWidth + 56), sum(ResolutionWidth + 57), sum(ResolutionWidth + 58), sum(ResolutionWidth + 59),
       sum(ResolutionWidth + 60), sum(ResolutionWidth + 61), sum(ResolutionWidth + 62), sum(ResolutionWidth + 63), sum(ResolutionWidth + 64),
       sum(ResolutionWidth + 65), sum(ResolutionWidth + 66), sum(ResolutionWidth + 67), sum(ResolutionWidth + 68), sum(ResolutionWidth + 69),
       sum(ResolutionWidth + 70), sum(ResolutionWidth + 71), sum(ResolutionWidth + 72), sum(ResolutionWidth + 73), sum(ResolutionWidth + 74),
       sum(ResolutionWidth + 75), sum(ResolutionWidth + 76), sum(ResolutionWidth + 77), sum(ResolutionWidth + 78), sum(ResolutionWidth + 79),
       sum(ResolutionWidth + 80), sum(ResolutionWidth + 81), sum(ResolutionWidth + 82), sum(ResolutionWidth + 83), sum(ResolutionWidth + 84),
       sum(ResolutionWidth + 85), sum(ResolutionWidth + 86), sum(ResolutionWidth + 87), sum(ResolutionWidth + 88), sum(ResolutionWidth + 89)
FROM hits

-- Q30: groups by two numbers after a filter
-- order: 3
SELECT SearchEngineID, ClientIP, count(*) AS searches, sum(IsRefresh) AS refreshes, avg(ResolutionWidth) AS width
FROM hits WHERE SearchPhrase <> '' GROUP BY SearchEngineID, ClientIP ORDER BY searches DESC LIMIT 10

-- Q31: groups by a unique number after a filter
-- order: 3
SELECT WatchID, ClientIP, count(*) AS searches, sum(IsRefresh) AS refreshes, avg(ResolutionWidth) AS width
FROM hits WHERE SearchPhrase <> '' GROUP BY WatchID, ClientIP ORDER BY searches DESC LIMIT 10

-- Q32: as many groups as rows
-- order: 3
SELECT WatchID, ClientIP, count(*) AS views, sum(IsRefresh) AS refreshes, avg(ResolutionWidth) AS width
FROM hits GROUP BY WatchID, ClientIP ORDER BY views DESC LIMIT 10

-- Q33: groups by long strings
-- order: 2
SELECT URL, count(*) AS views FROM hits GROUP BY URL ORDER BY views DESC LIMIT 10

-- Q34: the same with a constant among the keys
-- order: 3
SELECT 1, URL, count(*) AS views FROM hits GROUP BY 1, URL ORDER BY views DESC LIMIT 10

-- Q35: keys that follow from one another
-- order: 5
SELECT ClientIP, ClientIP - 1, ClientIP - 2, ClientIP - 3, count(*) AS views FROM hits
GROUP BY ClientIP, ClientIP - 1, ClientIP - 2, ClientIP - 3 ORDER BY views DESC LIMIT 10

-- Q36: pages of one site
-- order: 2
SELECT URL, count(*) AS views FROM hits
WHERE CounterID = 62 AND EventDate >= '2013-07-01' AND EventDate <= '2013-07-31' AND DontCountHits = 0
  AND IsRefresh = 0 AND URL <> ''
GROUP BY URL ORDER BY views DESC LIMIT 10

-- Q37: titles of one site
-- order: 2
SELECT Title, count(*) AS views FROM hits
WHERE CounterID = 62 AND EventDate >= '2013-07-01' AND EventDate <= '2013-07-31' AND DontCountHits = 0
  AND IsRefresh = 0 AND Title <> ''
GROUP BY Title ORDER BY views DESC LIMIT 10

-- Q38: links of one site, a page further down
-- order: 2
SELECT URL, count(*) AS views FROM hits
WHERE CounterID = 62 AND EventDate >= '2013-07-01' AND EventDate <= '2013-07-31' AND IsRefresh = 0
  AND IsLink <> 0 AND IsDownload = 0
GROUP BY URL ORDER BY views DESC LIMIT 10 OFFSET 100

-- Q39: where the visitors of one site came from
-- order: 6
SELECT TraficSourceID, SearchEngineID, AdvEngineID,
       CASE WHEN SearchEngineID = 0 AND AdvEngineID = 0 THEN Referer ELSE '' END AS source, URL AS target,
       count(*) AS views
FROM hits
WHERE CounterID = 62 AND EventDate >= '2013-07-01' AND EventDate <= '2013-07-31' AND IsRefresh = 0
GROUP BY TraficSourceID, SearchEngineID, AdvEngineID, source, target ORDER BY views DESC LIMIT 10 OFFSET 1000

-- Q40: views that came from one page
-- order: 3
SELECT URLHash, EventDate, count(*) AS views FROM hits
WHERE CounterID = 62 AND EventDate >= '2013-07-01' AND EventDate <= '2013-07-31' AND IsRefresh = 0
  AND TraficSourceID IN (-1, 6) AND RefererHash = 2742869647120389663
GROUP BY URLHash, EventDate ORDER BY views DESC LIMIT 10 OFFSET 100

-- Q41: window sizes on one page
-- order: 3
SELECT WindowClientWidth, WindowClientHeight, count(*) AS views FROM hits
WHERE CounterID = 62 AND EventDate >= '2013-07-01' AND EventDate <= '2013-07-31' AND IsRefresh = 0
  AND DontCountHits = 0 AND URLHash = 2742869647120389663
GROUP BY WindowClientWidth, WindowClientHeight ORDER BY views DESC LIMIT 10 OFFSET 100

-- Q42: views of one site by the minute
-- order: 1
SELECT date_trunc('minute', EventTime) AS minute, count(*) AS views FROM hits
WHERE CounterID = 62 AND EventDate >= '2013-07-14' AND EventDate <= '2013-07-15' AND IsRefresh = 0
  AND DontCountHits = 0
GROUP BY date_trunc('minute', EventTime) ORDER BY date_trunc('minute', EventTime) LIMIT 10 OFFSET 100
