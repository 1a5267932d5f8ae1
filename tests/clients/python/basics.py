"""Connecting, commands, queries, settings, sessions, parameters, errors, compression."""
import threading
import time

import clickhouse_connect
from clickhouse_connect.driver import exceptions
from clickhouse_connect.driver.external import ExternalData
from runner import Skip, eq, fails, naive, version


def case_ping(server):
    client = server.client()
    eq(client.ping(), True)
    eq(server.client(host='127.0.0.1').ping(), True)


def case_server_facts(server):
    client = server.client()
    assert client.server_version.startswith('26.7'), client.server_version
    assert client.min_version('25.8')
    assert not client.min_version('99.1')
    assert 'max_threads' in client.server_settings
    assert len(client.server_settings) > 1700, len(client.server_settings)
    assert client.protocol_version > 54000, client.protocol_version
    eq(client.uri, f'http://{server.host}:{server.port}') if hasattr(client, 'uri') else None


def case_connection_forms(server):
    eq(clickhouse_connect.get_client(
        dsn=f'clickhouse://default:{server.password}@{server.host}:{server.port}/{server.database}')
       .command('SELECT currentDatabase()'), server.database)
    eq(clickhouse_connect.create_client(**server.options()).command('SELECT 1'), 1)
    client = server.client(interface='http', compress=False, query_limit=5, client_name='millrace-test',
                           connect_timeout=5, send_receive_timeout=30)
    eq(len(client.query('SELECT number FROM system.numbers').result_rows), 5)
    fails(lambda: server.client(password='wrong'), '516')
    fails(lambda: server.client(username='nobody'), '516')
    fails(lambda: server.client(database='no_such_database').query('SELECT 1'), '81')


def case_commands(server):
    client = server.client()
    eq(client.command('SELECT 1'), 1)
    eq(client.command("SELECT 'a'"), 'a')
    eq(client.command("SELECT 'a', 2"), ['a', '2'])
    eq(client.command("SELECT ''"), '')
    summary = client.command('CREATE TABLE commands (a UInt8) ENGINE = Memory')
    assert summary is not None
    eq(client.command('SHOW TABLES'), 'commands')
    eq(client.command('EXISTS TABLE commands'), 1)
    client.command('INSERT INTO commands VALUES (1), (2)')
    eq(client.command('SELECT count() FROM commands'), 2)
    client.command('INSERT INTO commands FORMAT CSV', data='3\n4\n')
    eq(client.command('SELECT sum(a) FROM commands'), 10)
    client.command('DROP TABLE commands')
    eq(client.command('EXISTS TABLE commands'), 0)
    eq(client.command('SELECT {x:UInt32} + 1', parameters={'x': 12}), 13)
    eq(client.command('SELECT getSetting(\'max_threads\')', settings={'max_threads': 3}), 3)


def case_query_result(server):
    client = server.client()
    result = client.query('SELECT number AS n, toString(number) AS s FROM numbers(3)')
    eq(result.result_rows, [(0, '0'), (1, '1'), (2, '2')])
    eq(result.result_set, result.result_rows)
    eq(result.column_names, ('n', 's'))
    eq([t.name for t in result.column_types], ['UInt64', 'String'])
    eq(result.row_count, 3)
    eq(result.first_row, (0, '0'))
    eq(result.first_item, {'n': 0, 's': '0'})
    eq(list(result.named_results()), [{'n': 0, 's': '0'}, {'n': 1, 's': '1'}, {'n': 2, 's': '2'}])
    assert result.query_id
    eq(int(result.summary['read_rows']), 3)
    eq(client.query('SELECT number FROM numbers(3)', column_oriented=True).result_set, [[0, 1, 2]])


def case_empty_and_limit_0(server):
    client = server.client()
    eq(client.query('SELECT number FROM numbers(0)').result_rows, [])
    empty = client.query('SELECT 1 AS a, toString(2) AS b LIMIT 0')
    eq(empty.column_names, ('a', 'b'))
    eq(empty.result_rows, [])
    eq(client.query("SELECT 5 AS x -- a comment\nLIMIT 0").column_names, ('x',))
    eq(client.query('SELECT /* inside */ 7 AS y').result_rows, [(7,)])
    eq(client.query('SELECT 7;').result_rows, [(7,)])


def case_formats_of_reads(server):
    client = server.client()
    eq(client.query("SELECT toUUID('00112233-4455-6677-8899-aabbccddeeff') AS u", query_formats={'UUID': 'string'})
       .result_rows, [('00112233-4455-6677-8899-aabbccddeeff',)])
    eq(client.query("SELECT toIPv4('1.2.3.4') AS i", column_formats={'i': 'string'}).result_rows, [('1.2.3.4',)])
    eq(client.query("SELECT toFixedString('ab', 4)", query_formats={'FixedString': 'string'}).result_rows, [('ab',)])
    eq(client.query('SELECT NULL, toNullable(5)', use_none=False).result_rows[0][1], 5)
    eq(client.query("SELECT toDate('2024-01-02')", query_formats={'Date': 'int'}).result_rows, [(19724,)])
    eq(client.query("SELECT toUInt64(18446744073709551615)", query_formats={'UInt64': 'signed'}).result_rows, [(-1,)])


def case_time_zones(server):
    client = server.client()
    sql = "SELECT toDateTime('2024-05-06 07:08:09', 'America/Denver') AS t"
    value = client.query(sql).result_rows[0][0]
    eq(str(value.tzinfo), 'America/Denver')
    eq(value.hour, 7)
    eq(str(client.query("SELECT toDateTime('2024-05-06 07:08:09')", query_tz='Asia/Tokyo').result_rows[0][0]
           .replace(tzinfo=None)), '2024-05-06 16:08:09')
    eq(str(client.query(sql, column_tzs={'t': 'UTC'}).result_rows[0][0].replace(tzinfo=None)), '2024-05-06 13:08:09')
    eq(client.query("SELECT toDateTime64('2024-05-06 07:08:09.123456', 6, 'UTC')").result_rows[0][0].microsecond, 123456)


def case_settings(server):
    client = server.client(settings={'max_threads': 2})
    eq(client.command("SELECT value FROM system.settings WHERE name = 'max_threads'"), 2)
    client.set_client_setting('max_result_rows', '10')
    eq(client.get_client_setting('max_result_rows'), '10')
    fails(lambda: client.query('SELECT number FROM numbers(100)'), '396')
    eq(client.query('SELECT number FROM numbers(20)', settings={'max_result_rows': 0}).row_count, 20)
    eq(server.client(settings={'date_time_input_format': 'basic'})
       .command("SELECT value FROM system.settings WHERE name = 'date_time_input_format'"), 'basic')


def case_every_setting_with_the_value_it_shows(server):
    client = server.client(session_id=None) if version() < (0, 0) else server.client()
    rows = client.query('SELECT name, value FROM system.settings').result_rows
    assert len(rows) >= 1721, len(rows)
    for start in range(0, len(rows), 100):
        batch = {name: value for name, value in rows[start:start + 100] if name not in ('readonly', 'profile')}
        eq(client.query('SELECT 1', settings=batch).result_rows, [(1,)])


def case_unknown_setting(server):
    from clickhouse_connect import common
    before = common.get_setting('invalid_setting_action')
    try:
        common.set_setting('invalid_setting_action', 'send')
        client = server.client()
        fails(lambda: client.query('SELECT 1', settings={'max_thread': 1}), '115', "'max_threads'")
        common.set_setting('invalid_setting_action', 'drop')
        eq(server.client().query('SELECT 1', settings={'max_thread': 1}).result_rows, [(1,)])
    finally:
        common.set_setting('invalid_setting_action', before)


def case_custom_settings(server):
    client = server.client()
    from clickhouse_connect import common
    before = common.get_setting('invalid_setting_action')
    try:
        common.set_setting('invalid_setting_action', 'send')
        eq(client.command("SELECT getSetting('SQL_mine')", settings={'SQL_mine': 'abc'}), 'abc')
    finally:
        common.set_setting('invalid_setting_action', before)


def case_sessions(server):
    client = server.client(session_id='python-basics')
    client.command('CREATE TEMPORARY TABLE mine (a UInt8)')
    client.insert('mine', [[1], [2]], column_names=['a'], column_type_names=['UInt8'])
    eq(client.command('SELECT sum(a) FROM mine'), 3)
    client.command('SET max_threads = 5')
    eq(client.command("SELECT getSetting('max_threads')"), 5)
    other = server.client(session_id='python-basics-2')
    fails(lambda: other.query('SELECT * FROM mine'), '60')
    again = server.client(session_id='python-basics')
    eq(again.command('SELECT count() FROM mine'), 2)
    client.command('DROP TABLE mine')


def case_session_is_for_one_query_at_a_time(server):
    client = server.client(session_id='python-locked')
    failures = []

    def slow():
        try:
            client.query('SELECT sleep(1)')
        except Exception as e:  # noqa: BLE001
            failures.append(str(e))
    thread = threading.Thread(target=slow)
    thread.start()
    time.sleep(0.3)
    e = fails(lambda: client.query('SELECT 1'))
    assert 'session' in str(e).lower(), e
    thread.join()
    eq(failures, [])
    eq(client.command('SELECT 1'), 1)


def case_without_session_queries_run_together(server):
    client = server.client(autogenerate_session_id=False)
    started = time.time()
    threads = [threading.Thread(target=lambda: client.query('SELECT sleep(0.3)')) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert time.time() - started < 2, time.time() - started


def case_server_parameters(server):
    client = server.client()
    eq(client.query('SELECT {a:UInt8}, {b:String}, {c:Array(String)}, {d:Nullable(Int32)}, {e:Float64}',
                    parameters={'a': 1, 'b': "it's \\ \t", 'c': ['x', "y'z"], 'd': None, 'e': 1.5}).result_rows,
       [(1, "it's \\ \t", ['x', "y'z"], None, 1.5)])
    import datetime as dt
    eq(naive(client.query('SELECT {d:Date}, {t:DateTime}', parameters={
        'd': dt.date(2024, 1, 2), 't': dt.datetime(2024, 1, 2, 3, 4, 5)}).result_rows),
       [(dt.date(2024, 1, 2), dt.datetime(2024, 1, 2, 3, 4, 5))])
    eq(client.query('SELECT number FROM numbers(10) WHERE number IN {ids:Array(UInt32)}', parameters={'ids': [2, 4]})
       .result_rows, [(2,), (4,)])
    eq(client.query('SELECT count() FROM {t:Identifier}.{u:Identifier}', parameters={'t': 'system', 'u': 'one'})
       .result_rows, [(1,)])
    eq(client.query('SELECT (1, 2) IN {p:Array(Tuple(UInt8, UInt8))}', parameters={'p': [(1, 2)]}).result_rows, [(1,)])
    fails(lambda: client.query('SELECT {x:UInt8}'), '456')


def case_client_parameters(server):
    client = server.client()
    eq(client.query("SELECT %(a)s, %(b)s", parameters={'a': 5, 'b': "o'clock"}).result_rows, [(5, "o'clock")])
    eq(client.query("SELECT %s, %s", parameters=(1, 'x')).result_rows, [(1, 'x')])
    eq(client.query("SELECT number FROM numbers(9) WHERE number IN %(ids)s", parameters={'ids': [1, 3]}).result_rows,
       [(1,), (3,)])


def case_parameters_in_a_form(server):
    client = server.client(form_encode_query_params=True)
    big = list(range(20_000))
    eq(client.query('SELECT length({ids:Array(UInt32)}), {s:String}', parameters={'ids': big, 's': 'é&='}).result_rows,
       [(20_000, 'é&=')])
    eq(client.command('SELECT {x:UInt8} + 1', parameters={'x': 1}), 2)


def case_external_data(server):
    client = server.client()
    data = ExternalData(file_name='people.csv', fmt='CSV', structure=['id UInt32', 'name String'], data=b'1,"Ann"\n2,"Bob"\n')
    eq(client.query('SELECT name FROM people WHERE id = 2', external_data=data).result_rows, [('Bob',)])
    data.add_file(file_name='ages.tsv', fmt='TSV', structure='id UInt32, age UInt8', data=b'1\t30\n2\t40\n')
    eq(client.query('SELECT name, age FROM people JOIN ages USING id ORDER BY id', external_data=data).result_rows,
       [('Ann', 30), ('Bob', 40)])
    eq(client.raw_query('SELECT count() FROM people FORMAT TSV', external_data=data), b'2\n')


def case_errors(server):
    client = server.client()
    e = fails(lambda: client.query('SELEC 1'), '62')
    assert isinstance(e, exceptions.DatabaseError), type(e)
    fails(lambda: client.query('SELECT nosuch'), '47')
    fails(lambda: client.query('SELECT * FROM nosuch'), '60')
    fails(lambda: client.command('SELECT throwIf(1)'), '395')
    fails(lambda: client.query('SELECT intDiv(1, 0)'), '153')
    fails(lambda: client.query('SELECT 1; SELECT 2'), '62')
    eq(client.command('SELECT 1'), 1)
    quiet = server.client(show_clickhouse_errors=False)
    e = fails(lambda: quiet.query('SELECT nosuch'))
    assert 'nosuch' not in str(e), e
    fails(lambda: server.client(port=1), 'refused')


def case_error_in_mid_stream(server):
    client = server.client()

    def read():
        with client.query_row_block_stream('SELECT throwIf(number = 400000, \'late\') FROM numbers(1000000)',
                                           settings={'max_block_size': 1000, 'wait_end_of_query': 0}) as stream:
            for _ in stream:
                pass
    fails(read, 'late')
    eq(client.command('SELECT 1'), 1)


def case_query_ids_and_transport_settings(server):
    client = server.client()
    result = client.query('SELECT 1', settings={'query_id': 'python-basics-query'})
    eq(result.query_id, 'python-basics-query')
    if version() >= (1, 0):
        eq(client.query('SELECT 1', transport_settings={'X-Any': 'x'}).result_rows, [(1,)])
    e = fails(lambda: client.query('SELEC', settings={'query_id': 'python-bad'}))
    assert e


def case_compression(server):
    for method in ('lz4', 'zstd', 'gzip', 'deflate', True, False):
        client = server.client(compress=method)
        eq(client.query('SELECT sum(number), max(toString(number)) FROM numbers(100000)').result_rows,
           [(4999950000, '99999')])
        eq(len(client.query("SELECT number, repeat('x', 20) FROM numbers(100000)").result_rows), 100000)
        client.command('DROP TABLE IF EXISTS compressed')
        client.command('CREATE TABLE compressed (a UInt32, s String) ENGINE = MergeTree ORDER BY a')
        if method not in ('deflate',):
            client.insert('compressed', [[i, str(i) * 3] for i in range(20000)], column_names=['a', 's'])
            eq(client.command('SELECT count() FROM compressed'), 20000)
        client.close()


def case_compression_brotli(server):
    client = server.client(compress='br')
    eq(len(client.query("SELECT number, repeat('x', 20) FROM numbers(100000)").result_rows), 100000)
    client.command('CREATE TABLE brotli (a UInt32) ENGINE = MergeTree ORDER BY a')
    client.insert('brotli', [[i] for i in range(20000)], column_names=['a'])
    eq(client.command('SELECT count() FROM brotli'), 20000)


def case_contexts_are_reused(server):
    client = server.client()
    context = client.create_query_context(query='SELECT {x:UInt32} AS v, number FROM numbers(2)', parameters={'x': 1})
    eq(client.query(context=context).result_rows, [(1, 0), (1, 1)])
    eq(client.query(context=context, parameters={'x': 9}).result_rows, [(9, 0), (9, 1)])
    client.command('CREATE TABLE reused (a UInt32, b String) ENGINE = MergeTree ORDER BY a')
    insert = client.create_insert_context('reused', column_names=['a', 'b'], data=[[1, 'x']])
    client.insert(context=insert)
    insert.data = [[2, 'y'], [3, 'z']]
    client.insert(context=insert)
    eq(client.query('SELECT * FROM reused ORDER BY a').result_rows, [(1, 'x'), (2, 'y'), (3, 'z')])


def case_row_level_dbapi(server):
    from clickhouse_connect import dbapi
    connection = dbapi.connect(host=server.host, port=server.port, username=server.user, password=server.password,
                               database=server.database)
    cursor = connection.cursor()
    cursor.execute('DROP TABLE IF EXISTS dbapi')
    cursor.execute('CREATE TABLE dbapi (id UInt32, `na%me` String) ENGINE = MergeTree ORDER BY id')
    if version() >= (1, 0):
        cursor.executemany('INSERT INTO dbapi (id, `na%me`) VALUES', [[1, 'x'], [2, 'y']])
    else:
        cursor.executemany('INSERT INTO dbapi (id, `na%me`) VALUES', [{'id': 1, 'na%me': 'x'}, {'id': 2, 'na%me': 'y'}])
    cursor.execute('SELECT * FROM dbapi ORDER BY id')
    eq(list(cursor.fetchall()), [(1, 'x'), (2, 'y')])
    eq([d[0] for d in cursor.description], ['id', 'na%me'])
    cursor.execute('SELECT count() FROM dbapi WHERE id > %(low)s', {'low': 1})
    eq(cursor.fetchone(), (1,))
    connection.close()


def case_ddl_helpers(server):
    from clickhouse_connect.driver.ddl import TableColumnDef, create_table
    from clickhouse_connect.datatypes.registry import get_from_name
    client = server.client()
    sql = create_table('made', [TableColumnDef('k', get_from_name('UInt32')), TableColumnDef('s', get_from_name('String'))],
                       'MergeTree', {'order by': 'k'})
    client.command(sql)
    eq(client.query('DESCRIBE TABLE made').result_rows[0][:2], ('k', 'UInt32'))
    if version() >= (0, 10):
        import pyarrow as pa
        from clickhouse_connect.driver.ddl import create_table_from_arrow_schema
        client.command(create_table_from_arrow_schema(
            'arrowed', pa.schema([('id', pa.int64()), ('name', pa.string())]), 'MergeTree', {'order by': 'id'}))
        eq(client.command('SELECT count() FROM arrowed'), 0)


def case_timeout_then_the_session_is_free(server):
    client = server.client(send_receive_timeout=1, session_id='python-timeout', query_retries=0)
    fails(lambda: client.query('SELECT sleep(3)'))
    for _ in range(50):
        try:
            eq(client.command('SELECT 1'), 1)
            break
        except Exception:  # noqa: BLE001 - the server may need a moment to see that the client has gone
            time.sleep(0.1)
    else:
        raise AssertionError('the session stays locked')


def case_access_tables_and_kill(server):
    client = server.client()
    client.command('CREATE TABLE many (a UInt8) ENGINE = Memory')
    client.command("KILL QUERY WHERE query_id = 'nosuch' TEST")
    eq(client.query("SELECT name, engine, total_rows FROM system.tables WHERE database = currentDatabase() AND name = 'many'")
       .result_rows, [('many', 'Memory', 0)])
    eq(client.query("SELECT name, type, position FROM system.columns WHERE database = currentDatabase() AND table = 'many'")
       .result_rows, [('a', 'UInt8', 1)])
    assert (server.database,) in client.query('SHOW DATABASES').result_rows
    assert client.query('SHOW CREATE TABLE many').result_rows[0][0].startswith('CREATE TABLE')
    client.command('TRUNCATE TABLE many')
    client.command('RENAME TABLE many TO more')
    client.command('DROP TABLE more')
