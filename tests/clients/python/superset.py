"""What Apache Superset sends: its connection test, the browsing of schemas, and the statements of its charts."""
import sqlalchemy as sa
from alchemy import engine_of
from runner import eq


def orders(server):
    engine = engine_of(server)
    with engine.begin() as connection:
        connection.execute(sa.text(
            'CREATE TABLE IF NOT EXISTS orders (id UInt32, day Date, at DateTime, country LowCardinality(String), '
            'amount Decimal(9, 2), user Nullable(UInt32)) ENGINE = MergeTree ORDER BY (day, id)'))
        if connection.execute(sa.text('SELECT count() FROM orders')).scalar() == 0:
            connection.execute(sa.text(
                "INSERT INTO orders SELECT number, toDate('2024-01-01') + intDiv(number, 10), "
                "toDateTime('2024-01-01 00:00:00') + number * 8640, ['DE', 'FR', 'JP'][modulo(number, 3) + 1], number / 4, "
                'if(modulo(number, 5) = 0, NULL, modulo(number, 7)) FROM numbers(400)'))
    return engine


def rows(server, sql):
    with orders(server).connect() as connection:
        return [tuple(r) for r in connection.execute(sa.text(sql))]


def case_connection_test(server):
    engine = orders(server)
    with engine.connect() as connection:
        assert connection.dialect.do_ping(connection.connection.dbapi_connection)
        eq(connection.execute(sa.text('SELECT 1')).scalar(), 1)
        assert connection.execute(sa.text('SELECT version()')).scalar()


def case_browsing(server):
    assert (server.database,) in rows(server, 'SHOW DATABASES')
    assert ('orders',) in rows(server, f'SHOW TABLES FROM `{server.database}`')
    eq([r[0] for r in rows(server, 'DESCRIBE TABLE orders')], ['id', 'day', 'at', 'country', 'amount', 'user'])
    eq(rows(server, f"SELECT name FROM system.tables WHERE database = '{server.database}' AND engine NOT LIKE '%View'"),
       [('orders',)])
    eq(rows(server, f"SELECT name, type FROM system.columns WHERE database = '{server.database}' AND table = 'orders' "
                    'ORDER BY position LIMIT 2'), [('id', 'UInt32'), ('day', 'Date')])
    functions = {r[0] for r in rows(server, 'SELECT name FROM system.functions UNION ALL SELECT name FROM system.table_functions')}
    assert {'toStartOfDay', 'count', 'uniq', 'numbers'} <= functions
    assert rows(server, "SELECT DISTINCT schema_name FROM information_schema.schemata WHERE schema_name = 'system'")


def case_time_grains(server):
    for grain in ('toStartOfMinute', 'toStartOfFiveMinute', 'toStartOfTenMinutes', 'toStartOfFifteenMinutes',
                  'toStartOfHour', 'toStartOfDay', 'toMonday', 'toStartOfMonth', 'toStartOfQuarter', 'toStartOfYear'):
        found = rows(server, f'SELECT {grain}(toDateTime(at)) AS __timestamp, count(*) AS c FROM orders '
                             'GROUP BY __timestamp ORDER BY c DESC LIMIT 10000')
        eq(sum(r[1] for r in found), 400)
    eq(len(rows(server, "SELECT date_trunc('month', at) AS m, sum(amount) FROM orders GROUP BY m ORDER BY m")), 2)
    eq(len(rows(server, 'SELECT toStartOfInterval(at, INTERVAL 6 hour) AS t, count() FROM orders GROUP BY t')), 160)


def case_table_chart(server):
    eq(rows(server, "SELECT `country` AS `country`, COUNT(*) AS `count`, SUM(`amount`) AS `SUM(amount)`, "
                    "COUNT(DISTINCT `user`) AS `COUNT_DISTINCT(user)` FROM `orders` "
                    "WHERE `at` >= toDateTime('2024-01-01 00:00:00') AND `at` < toDateTime('2024-03-01 00:00:00') "
                    "GROUP BY `country` ORDER BY `count` DESC, `country` LIMIT 1000")[0][:2], ('DE', 134))


def case_time_range_filters(server):
    eq(rows(server, "SELECT count() FROM orders WHERE day >= toDate('2024-01-05') AND day < toDate('2024-01-10')"), [(50,)])
    eq(rows(server, "SELECT count() FROM orders WHERE at BETWEEN '2024-01-01 00:00:00' AND '2024-01-01 23:59:59'"), [(10,)])
    eq(rows(server, 'SELECT count() FROM orders WHERE at > now() - INTERVAL 1 DAY'), [(0,)])


def case_virtual_dataset(server):
    eq(rows(server, 'SELECT country AS country, max(total) AS m FROM (SELECT country, day, sum(amount) AS total FROM orders '
                    "GROUP BY country, day) AS virtual_table WHERE country IN ('DE', 'FR') GROUP BY country ORDER BY country")[1][0], 'FR')


def case_series_limit(server):
    found = rows(server, 'SELECT toStartOfDay(at) AS t, country, count() AS c FROM orders JOIN (SELECT country AS country__, '
                         'count() AS mme_inner__ FROM orders GROUP BY country ORDER BY mme_inner__ DESC LIMIT 2) AS anon_1 '
                         'ON country = country__ GROUP BY t, country ORDER BY c DESC LIMIT 100000')
    eq(len({r[1] for r in found}), 2)


def case_filter_values_and_samples(server):
    eq(rows(server, 'SELECT DISTINCT country FROM orders ORDER BY country LIMIT 1000'), [('DE',), ('FR',), ('JP',)])
    eq(len(rows(server, 'SELECT * FROM orders LIMIT 1001')), 400)
    eq(rows(server, 'SELECT COUNT(*) AS rowcount FROM orders'), [(400,)])


def case_having_and_expressions(server):
    eq(len(rows(server, "SELECT country, sum(amount) / count(*) AS mean FROM orders GROUP BY country HAVING (sum(amount) > 0) "
                        "AND ((count(*) > 10)) ORDER BY mean DESC")), 3)
    eq(rows(server, "SELECT sum(CASE WHEN country = 'DE' THEN 1 ELSE 0 END) AS de FROM orders WHERE ((user IS NOT NULL))")[0][0] > 0, True)


def case_big_number_with_trend_and_window(server):
    found = rows(server, 'SELECT day, count() AS c, sum(c) OVER (ORDER BY day) AS running FROM orders GROUP BY day ORDER BY day')
    eq(found[-1][2], 400)


def case_histogram_and_quantiles(server):
    eq(len(rows(server, 'SELECT quantile(0.5)(amount), median(amount), avg(amount), stddevPop(amount), uniq(user) FROM orders')), 1)


def case_explain(server):
    assert rows(server, 'EXPLAIN SELECT count() FROM orders')
