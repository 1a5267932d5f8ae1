"""Values of every type, in by insert and out by query, in Native."""
import datetime as dt
import decimal
import ipaddress
import uuid
import zoneinfo

from runner import Skip, eq, fails, naive, version

UTC = dt.timezone.utc
D = decimal.Decimal


def trip(server, type_name, values, expected=None, settings=None, order=True):
    """Writes the values into a column of the type and reads them back in order."""
    client = server.client(settings=settings or {})
    client.command('DROP TABLE IF EXISTS trip')
    client.command(f'CREATE TABLE trip (row UInt32, v {type_name}) ENGINE = MergeTree ORDER BY row', settings=settings or {})
    client.insert('trip', [[i, v] for i, v in enumerate(values)], column_names=['row', 'v'])
    found = [r[0] for r in client.query('SELECT v FROM trip ORDER BY row').result_rows]
    eq(naive(found), expected if expected is not None else values)
    # and once more through a table that is copied by the server
    client.command('DROP TABLE IF EXISTS copy')
    client.command('CREATE TABLE copy ENGINE = Memory AS SELECT * FROM trip', settings=settings or {})
    eq([r[0] for r in client.query('SELECT v FROM copy ORDER BY row').result_rows], found)
    client.close()
    return found


def case_integers(server):
    for bits in (8, 16, 32, 64, 128, 256):
        trip(server, f'Int{bits}', [0, 1, -1, 2 ** (bits - 1) - 1, -2 ** (bits - 1)])
        trip(server, f'UInt{bits}', [0, 1, 2 ** bits - 1])


def case_floats(server):
    trip(server, 'Float32', [0.0, 1.5, -2.25, float('inf')])
    trip(server, 'Float64', [0.0, 1.1, -1e300, float('-inf')])


def case_bfloat16(server):
    needs_type(server, 'BFloat16')
    trip(server, 'BFloat16', [0.0, 1.5, -2.0])


def needs_type(server, type_name):
    """Types that the server does not know yet."""
    try:
        server.client().command(f'SELECT CAST(NULL AS Nullable({type_name}))')
    except Exception as e:  # noqa: BLE001
        if 'UNKNOWN_TYPE' not in str(e):
            raise
        raise Skip(f'the server has no type {type_name}') from e


def case_bools(server):
    trip(server, 'Bool', [True, False])
    trip(server, 'Nullable(Bool)', [True, None, False])


def case_decimals(server):
    trip(server, 'Decimal(9, 2)', [D('0.00'), D('1234567.89'), D('-0.01')])
    trip(server, 'Decimal64(4)', [D('12345678901234.5678'), D('-1.0000')])
    trip(server, 'Decimal128(10)', [D('1234567890123456789.0123456789')])
    trip(server, 'Decimal256(20)', [D('-12345678901234567890123456789.01234567890123456789')])
    trip(server, 'Nullable(Decimal(9, 2))', [D('1.25'), None])


def case_strings(server):
    trip(server, 'String', ['', 'a', 'héllo \0 世界', 'x' * 1000, "quote ' \\ \n"])
    trip(server, 'FixedString(4)', [b'abcd', b'ab\0\0'])
    trip(server, 'Nullable(FixedString(3))', [b'abc', None])
    trip(server, 'Nullable(String)', ['a', None, ''])


def case_dates(server):
    trip(server, 'Date', [dt.date(1970, 1, 1), dt.date(2024, 2, 29), dt.date(2149, 6, 6)])
    trip(server, 'Date32', [dt.date(1900, 1, 1), dt.date(2024, 2, 29), dt.date(2299, 12, 31)])
    trip(server, 'Nullable(Date)', [dt.date(2000, 1, 1), None])


def case_datetimes(server):
    plain = dt.datetime(2024, 5, 6, 7, 8, 9)
    trip(server, 'DateTime', [plain, dt.datetime(1970, 1, 1)])
    trip(server, 'Nullable(DateTime)', [plain, None])
    client = server.client()
    for zone in ('Europe/Berlin', 'America/Denver', 'Asia/Kolkata'):
        aware = plain.replace(tzinfo=zoneinfo.ZoneInfo(zone))
        found = trip_aware(client, f"DateTime('{zone}')", aware)
        eq(found.astimezone(UTC), aware.astimezone(UTC))
        eq(found.hour, 7)


def trip_aware(client, type_name, value):
    client.command('DROP TABLE IF EXISTS aware')
    client.command(f'CREATE TABLE aware (v {type_name}) ENGINE = MergeTree ORDER BY tuple()')
    client.insert('aware', [[value]], column_names=['v'])
    return client.query('SELECT v FROM aware').result_rows[0][0]


def case_datetime64(server):
    client = server.client()
    for precision, micros in ((0, 0), (3, 123000), (6, 123456), (9, 123456)):
        value = dt.datetime(2024, 5, 6, 7, 8, 9, micros)
        eq(naive(trip_aware(client, f'DateTime64({precision})', value)), value)
        zoned = value.replace(tzinfo=zoneinfo.ZoneInfo('Asia/Tokyo'))
        eq(trip_aware(client, f"DateTime64({precision}, 'Asia/Tokyo')", zoned).astimezone(UTC), zoned.astimezone(UTC))
    if version() >= (1, 0):  # 0.9.2 rounds seconds before 1970 wrongly
        trip(server, 'DateTime64(3)', [dt.datetime(1950, 1, 2, 3, 4, 5, 678000), dt.datetime(2200, 1, 1)])


def case_times(server):
    needs_type(server, 'Time')
    trip(server, 'Time', [dt.timedelta(hours=1, minutes=2, seconds=3), dt.timedelta(seconds=-5)],
         settings={'enable_time_time64_type': 1})


def case_uuids(server):
    trip(server, 'UUID', [uuid.UUID('00112233-4455-6677-8899-aabbccddeeff'), uuid.UUID(int=0)])
    trip(server, 'Nullable(UUID)', [uuid.UUID(int=7), None])


def case_addresses(server):
    trip(server, 'IPv4', [ipaddress.IPv4Address('1.2.3.4'), ipaddress.IPv4Address('255.255.255.255')])
    trip(server, 'IPv6', [ipaddress.IPv6Address('2001:db8::1'), ipaddress.IPv6Address('::')])
    mapped = trip(server, 'IPv6', [ipaddress.IPv6Address('::ffff:1.2.3.4')])
    eq(str(mapped[0])[-9:] in ('::ffff:102:304'[-9:], ':1.2.3.4'[-9:]), True)


def case_enums(server):
    trip(server, "Enum8('a' = 1, 'b' = -2)", ['a', 'b'])
    trip(server, "Enum16('x y' = 300, 'z' = -5)", ['x y', 'z'])
    trip(server, "Nullable(Enum8('a' = 1))", ['a', None])


def case_nullable_numbers(server):
    trip(server, 'Nullable(Int32)', [1, None, -3])
    trip(server, 'Nullable(Float64)', [1.5, None])
    trip(server, 'Nullable(UInt256)', [2 ** 255, None])


def case_low_cardinality(server):
    trip(server, 'LowCardinality(String)', ['a', 'b', 'a', '', 'c'])
    trip(server, 'LowCardinality(Nullable(String))', ['a', None, 'a', ''])
    trip(server, 'LowCardinality(FixedString(2))', [b'ab', b'cd', b'ab'])
    trip(server, 'LowCardinality(UInt32)', [5, 6, 5], settings={'allow_suspicious_low_cardinality_types': 1})
    trip(server, 'LowCardinality(Date)', [dt.date(2024, 1, 1), dt.date(2024, 1, 2)],
         settings={'allow_suspicious_low_cardinality_types': 1})
    trip(server, 'LowCardinality(String)', [f'value {i % 700}' for i in range(5000)])


def case_arrays(server):
    trip(server, 'Array(UInt8)', [[], [1, 2, 3], [255]])
    trip(server, 'Array(String)', [['a', ''], [], ['héllo']])
    trip(server, 'Array(Nullable(Int32))', [[1, None], [], [None]])
    trip(server, 'Array(Array(Array(UInt16)))', [[[[1], []], []], [], [[[2, 3]]]])
    trip(server, 'Array(LowCardinality(String))', [['a', 'b', 'a'], [], ['c']])
    trip(server, 'Array(LowCardinality(Nullable(String)))', [['a', None], []])
    trip(server, 'Array(Date)', [[dt.date(2024, 1, 1)], []])


def case_tuples(server):
    trip(server, 'Tuple(UInt8, String)', [(1, 'x'), (2, '')])
    trip(server, 'Tuple(a UInt8, `b c` Nullable(String))', [{'a': 1, 'b c': 'x'}, {'a': 2, 'b c': None}])
    trip(server, 'Array(Tuple(UInt8, Array(String)))', [[(1, ['a'])], []])
    trip(server, 'Tuple(UInt8, Tuple(String, Float64))', [(1, ('x', 1.5))])


def case_maps(server):
    trip(server, 'Map(String, UInt8)', [{'a': 1, 'b': 2}, {}])
    trip(server, 'Map(LowCardinality(String), Array(UInt32))', [{'a': [1, 2]}, {'b': []}])
    trip(server, 'Map(UInt32, Nullable(String))', [{1: None, 2: 'x'}])
    trip(server, 'Map(String, Map(String, UInt8))', [{'a': {'b': 1}}])


def case_nested(server):
    client = server.client()
    client.command('CREATE TABLE nested (k UInt8, n Nested(a UInt8, b String)) ENGINE = MergeTree ORDER BY k')
    client.insert('nested', [[1, [1, 2], ['x', 'y']], [2, [], []]], column_names=['k', 'n.a', 'n.b'])
    eq(client.query('SELECT * FROM nested ORDER BY k').result_rows, [(1, [1, 2], ['x', 'y']), (2, [], [])])


def case_nested_kept(server):
    client = server.client()
    client.command('CREATE TABLE kept (k UInt8, n Nested(a UInt8, b String)) ENGINE = MergeTree ORDER BY k',
                   settings={'flatten_nested': 0})
    client.insert('kept', [[1, [{'a': 1, 'b': 'x'}]], [2, []]], column_names=['k', 'n'])
    eq(client.query('SELECT n FROM kept ORDER BY k').result_rows, [([{'a': 1, 'b': 'x'}],), ([],)])


def case_aggregate_states(server):
    client = server.client()
    client.command('CREATE TABLE sums (k UInt8, s SimpleAggregateFunction(sum, UInt64), u AggregateFunction(uniq, UInt64)) '
                   'ENGINE = AggregatingMergeTree ORDER BY k')
    client.command('INSERT INTO sums SELECT number % 2, number, uniqState(number) FROM numbers(10) GROUP BY number')
    eq(client.query('SELECT k, sum(s), uniqMerge(u) FROM sums GROUP BY k ORDER BY k').result_rows, [(0, 20, 5), (1, 25, 5)])
    client.insert('sums', [[7, 70]], column_names=['k', 's'])
    eq(client.query('SELECT s FROM sums WHERE k = 7').result_rows, [(70,)])


def case_nothing_and_intervals(server):
    client = server.client()
    eq(client.query('SELECT NULL').result_rows, [(None,)])
    eq(client.query('SELECT []').result_rows, [([],)])
    eq(client.query('SELECT [NULL]').result_rows, [([None],)])
    eq(client.query('SELECT INTERVAL 3 DAY').result_rows, [(3,)])


def case_literals_of_all_types(server):
    client = server.client()
    eq(client.query("SELECT toInt8(-2), toUInt256(7), 1.5, 'x', (1, 'a'), map('k', 1), [1, 2], true, toDecimal64(1.25, 2)")
       .result_rows, [(-2, 7, 1.5, 'x', (1, 'a'), {'k': 1}, [1, 2], True, D('1.25'))])
    eq(client.query("SELECT CAST('b', 'Enum8(\\'a\\' = 1, \\'b\\' = 2)')").result_rows, [('b',)])


def case_defaults_and_partial_columns(server):
    client = server.client()
    client.command("CREATE TABLE partial (a UInt32, b String DEFAULT 'dflt', c UInt64 MATERIALIZED a * 2, d UInt64 ALIAS a + 1, "
                   'e DateTime DEFAULT now()) ENGINE = MergeTree ORDER BY a')
    client.insert('partial', [[1], [2]], column_names=['a'])
    client.insert('partial', [[3, 'x']], column_names=['a', 'b'])
    eq(client.query('SELECT a, b, c, d FROM partial ORDER BY a').result_rows,
       [(1, 'dflt', 2, 2), (2, 'dflt', 4, 3), (3, 'x', 6, 4)])
    client.insert('partial', [[4, 'y', dt.datetime(2024, 1, 1)]])
    eq(client.command('SELECT count() FROM partial'), 4)
    rows = client.query('DESCRIBE TABLE partial').result_rows
    eq([(r[0], r[1], r[2]) for r in rows][:4],
       [('a', 'UInt32', ''), ('b', 'String', 'DEFAULT'), ('c', 'UInt64', 'MATERIALIZED'), ('d', 'UInt64', 'ALIAS')])


def case_insert_forms(server):
    client = server.client()
    client.command('CREATE TABLE forms (a UInt32, b String) ENGINE = MergeTree ORDER BY a')
    client.insert('forms', [[1, 2], ['x', 'y']], column_names=['a', 'b'], column_oriented=True)
    client.insert('forms', [[3, 'z']], column_names='*')
    client.insert('forms', [[4, 'w']], database=server.database, column_names=['a', 'b'],
                  column_type_names=['UInt32', 'String'], settings={'async_insert': 1, 'wait_for_async_insert': 1})
    eq(client.query('SELECT count(), sum(a) FROM forms').result_rows, [(4, 10)])
    fails(lambda: client.insert('forms', [['not a number', 'x']], column_names=['a', 'b']))
    fails(lambda: client.insert('forms', [[1, 'x']], column_names=['a', 'nosuch']), 'nosuch')
    fails(lambda: client.insert('nosuch', [[1]], column_names=['a']), '60')
    eq(client.command('SELECT count() FROM forms'), 4)
    client.insert('forms', [], column_names=['a', 'b'])
    token = {'insert_deduplication_token': 'python-once'}
    client.insert('forms', [[5, 'v']], column_names=['a', 'b'], settings=token)
    client.insert('forms', [[5, 'v']], column_names=['a', 'b'], settings=token)
    eq(client.command('SELECT countIf(a = 5) FROM forms'), 1)


def case_identifiers(server):
    client = server.client()
    client.command('CREATE TABLE `sp ace` (`тест` UInt8, `per%cent` String, "quo""te" String, `back\\`tick` UInt8) '
                   'ENGINE = MergeTree ORDER BY `тест`')
    client.insert('`sp ace`', [[1, 'a', 'b', 2]], column_names=['тест', 'per%cent', 'quo"te', 'back`tick'])
    result = client.query('SELECT * FROM `sp ace`')
    eq(result.result_rows, [(1, 'a', 'b', 2)])
    eq(result.column_names, ('тест', 'per%cent', 'quo"te', 'back`tick'))


def case_system_tables_survive_the_round_trip(server):
    client = server.client()
    client.command('CREATE TABLE tables_copy AS system.tables ENGINE = MergeTree ORDER BY tuple()')
    result = client.query('SELECT * FROM system.tables')
    client.insert('tables_copy', result.result_rows, column_names=result.column_names)
    eq(client.command('SELECT count() FROM tables_copy'), len(result.result_rows))


def case_random_tables(server):
    import random
    rng = random.Random(20261121)
    client = server.client()
    scalar = {
        'Int8': lambda: rng.randrange(-128, 128), 'UInt64': lambda: rng.randrange(2 ** 64),
        'Int256': lambda: rng.randrange(-2 ** 255, 2 ** 255), 'Float64': lambda: rng.randrange(10 ** 6) / 8,
        'String': lambda: ''.join(rng.choice('abc é\0') for _ in range(rng.randrange(9))),
        'UUID': lambda: uuid.UUID(int=rng.getrandbits(128)), 'Bool': lambda: rng.random() < 0.5,
        'Date': lambda: dt.date(1970, 1, 1) + dt.timedelta(days=rng.randrange(60000)),
        'IPv4': lambda: ipaddress.IPv4Address(rng.getrandbits(32)),
        'Decimal(18, 4)': lambda: D(rng.randrange(-10 ** 17, 10 ** 17)).scaleb(-4),
        "Enum8('a' = -3, 'b' = 4)": lambda: rng.choice('ab'),
        'FixedString(5)': lambda: bytes(rng.randrange(256) for _ in range(5)),
    }

    def column(depth):
        kind = rng.randrange(6) if depth else 0
        name, make = rng.choice(list(scalar.items()))
        if kind == 1:
            inner, value = column(depth - 1)
            return f'Array({inner})', lambda: [value() for _ in range(rng.randrange(4))]
        if kind == 2:
            return f'Nullable({name})', lambda: None if rng.random() < 0.3 else make()
        if kind == 3:
            inner, value = column(depth - 1)
            return f'Tuple(String, {inner})', lambda: (scalar['String'](), value())
        if kind == 4:
            inner, value = column(depth - 1)
            return f'Map(String, {inner})', lambda: {scalar['String'](): value() for _ in range(rng.randrange(3))}
        if kind == 5:
            return 'LowCardinality(Nullable(String))', lambda: None if rng.random() < 0.2 else rng.choice('xyz')
        return name, make

    for _ in range(30):
        columns = [column(2) for _ in range(6)]
        names = ['row'] + [f'c{i}' for i in range(len(columns))]
        definition = ', '.join(f'c{i} {t}' for i, (t, _) in enumerate(columns))
        client.command('DROP TABLE IF EXISTS fuzz')
        client.command(f'CREATE TABLE fuzz (row UInt32, {definition}) ENGINE = MergeTree ORDER BY row')
        rows = [tuple([i] + [make() for _, make in columns]) for i in range(rng.randrange(1, 40))]
        client.insert('fuzz', rows, column_names=names)
        found = client.query('SELECT * FROM fuzz ORDER BY row').result_rows
        assert found == rows, f'{definition}: {[(a, b) for a, b in zip(found, rows) if a != b][:1]}'
