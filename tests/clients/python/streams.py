"""Streams, raw queries and inserts in formats, files."""
import io
import os
import tempfile

from clickhouse_connect.driver.tools import insert_file
from runner import eq, fails


def case_query_row_block_stream(server):
    client = server.client()
    with client.query_row_block_stream('SELECT number, toString(number) FROM numbers(200000)',
                                       settings={'max_block_size': 20000}) as stream:
        rows = blocks = 0
        for block in stream:
            blocks += 1
            rows += len(block)
    eq(rows, 200000)
    assert blocks > 1, blocks


def case_query_rows_stream(server):
    client = server.client()
    with client.query_rows_stream('SELECT number FROM numbers(1000)') as stream:
        eq(sum(row[0] for row in stream), 499500)


def case_query_column_block_stream(server):
    client = server.client()
    with client.query_column_block_stream('SELECT number, number * 2 FROM numbers(1000)') as stream:
        eq(sum(sum(block[1]) for block in stream), 999000)


def case_stream_left_early(server):
    client = server.client()
    with client.query_rows_stream('SELECT number FROM system.numbers LIMIT 5000000') as stream:
        for row in stream:
            if row[0] > 10:
                break
    eq(client.command('SELECT 1'), 1)


def case_raw_query(server):
    client = server.client()
    eq(client.raw_query('SELECT 1 AS a, \'x\' AS b', fmt='CSV'), b'1,"x"\n')
    eq(client.raw_query('SELECT 1 AS a', fmt='JSONEachRow'), b'{"a":1}\n')
    eq(client.raw_query('SELECT 1 AS a', fmt='TabSeparatedWithNames'), b'a\n1\n')
    eq(client.raw_query('SELECT {x:UInt8} FORMAT TSV', parameters={'x': 7}), b'7\n')
    eq(client.raw_query('SELECT currentDatabase()', fmt='TSV', use_database=False), b'default\n')


def case_raw_stream(server):
    client = server.client()
    stream = client.raw_stream('SELECT number FROM numbers(100000)', fmt='TSV')
    eq(sum(chunk.count(b'\n') for chunk in iter(lambda: stream.read(65536), b'')), 100000)
    stream.close()


def case_raw_insert(server):
    client = server.client()
    client.command('CREATE TABLE raw (a UInt32, b String) ENGINE = MergeTree ORDER BY a')
    summary = client.raw_insert('raw', ['a', 'b'], b'1,"x"\n2,"y"\n', fmt='CSV')
    eq(summary.written_rows, 2)
    client.raw_insert('raw', None, '3\tz\n', fmt='TSV')
    client.raw_insert('raw', ['b', 'a'], b'{"a":4,"b":"w"}\n', fmt='JSONEachRow')
    client.raw_insert('raw', ['a', 'b'], io.BytesIO(b'5,five\n6,six\n'), fmt='CSV')
    import gzip
    client.raw_insert('raw', ['a', 'b'], gzip.compress(b'7,seven\n'), fmt='CSV', compression='gzip')
    import zstandard
    client.raw_insert('raw', ['a', 'b'], zstandard.compress(b'8,eight\n'), fmt='CSV', compression='zstd')
    import lz4.frame
    client.raw_insert('raw', ['a', 'b'], lz4.frame.compress(b'9,nine\n'), fmt='CSV', compression='lz4')
    eq(client.query('SELECT count(), sum(a), max(b) FROM raw').result_rows, [(9, 45, 'z')])

    def chunks():
        yield b'10,'
        yield b'ten\n11,eleven\n'
    client.raw_insert('raw', ['a', 'b'], chunks(), fmt='CSV')
    eq(client.command('SELECT count() FROM raw'), 11)
    fails(lambda: client.raw_insert('raw', ['a'], b'x\n', fmt='CSV'))


def case_insert_file(server):
    client = server.client()
    client.command('CREATE TABLE filed (a UInt32, b String, c Float64) ENGINE = MergeTree ORDER BY a')
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'data.csv')
        with open(path, 'w', encoding='utf-8') as f:
            f.write('"a","b","c"\n1,"x",1.5\n2,"y",2.5\n')
        insert_file(client, 'filed', path, fmt='CSVWithNames')
        import gzip
        with gzip.open(path + '.gz', 'wt', encoding='utf-8') as f:
            f.write('a,b,c\n3,z,3.5\n')
        insert_file(client, 'filed', path + '.gz', fmt='CSVWithNames')
        tsv = os.path.join(folder, 'data.tsv')
        with open(tsv, 'w', encoding='utf-8') as f:
            f.write('4\tw\t4.5\n')
        insert_file(client, 'filed', tsv, fmt='TSV', column_names=['a', 'b', 'c'])
    eq(client.query('SELECT count(), sum(c) FROM filed').result_rows, [(4, 12.0)])


def case_inline_data(server):
    client = server.client()
    client.command('CREATE TABLE inline (s String) ENGINE = MergeTree ORDER BY s')
    client.command('INSERT INTO inline (s) FORMAT TabSeparated\nval;ue')
    eq(client.command('SELECT s FROM inline'), 'val;ue')
    client.command("WITH 5 AS y INSERT INTO inline (s) SELECT toString(y)")
    client.command('INSERT INTO inline VALUES ({v:String})', parameters={'v': 'bound'})
    eq(client.query('SELECT s FROM inline ORDER BY s').result_rows, [('5',), ('bound',), ('val;ue',)])


def case_many_blocks_and_large_rows(server):
    client = server.client()
    client.command('CREATE TABLE big (a UInt64, s String) ENGINE = MergeTree ORDER BY a')
    client.insert('big', [[i, 'x' * 500] for i in range(30000)], column_names=['a', 's'])
    eq(client.query('SELECT count(), sum(a), sum(length(s)) FROM big').result_rows, [(30000, 449985000, 15000000)])
    eq(len(client.query('SELECT * FROM big ORDER BY a').result_rows), 30000)
