"""pandas, numpy, Arrow and polars, in and out."""
import datetime as dt

import numpy as np
import pandas as pd
import pyarrow as pa
from runner import Skip, eq, version


def table(client, name='frames', columns='a UInt32, b String, c Float64, d Nullable(Int32), e DateTime'):
    client.command(f'DROP TABLE IF EXISTS {name}')
    client.command(f'CREATE TABLE {name} ({columns}) ENGINE = MergeTree ORDER BY tuple()')


def frame():
    return pd.DataFrame({
        'a': np.array([1, 2, 3], dtype='uint32'), 'b': ['x', 'y', 'z'], 'c': [1.5, 2.5, 3.5],
        'd': pd.array([1, None, 3], dtype='Int32'), 'e': pd.to_datetime(['2024-01-01 00:00:00', '2024-01-02 00:00:00', '2024-01-03 01:02:03'])})


def case_insert_df_and_query_df(server):
    client = server.client()
    table(client)
    summary = client.insert_df('frames', frame())
    eq(summary.written_rows, 3)
    found = client.query_df('SELECT * FROM frames ORDER BY a')
    eq(list(found.columns), ['a', 'b', 'c', 'd', 'e'])
    eq(found['a'].tolist(), [1, 2, 3])
    eq(found['b'].tolist(), ['x', 'y', 'z'])
    eq(found['d'].isna().tolist(), [False, True, False])
    eq(str(found['e'].iloc[2])[:19], '2024-01-03 01:02:03')
    eq(len(client.query_df('SELECT * FROM frames WHERE a > 100')), 0)


def case_query_df_types(server):
    client = server.client()
    found = client.query_df("SELECT toInt8(number) AS i, toFloat32(number) AS f, toDate('2024-01-01') + number AS d, "
                            "toDateTime64('2024-01-01 00:00:00.5', 3, 'UTC') AS t, number % 2 = 0 AS b, "
                            "toLowCardinality(toString(number)) AS l, [number] AS arr, toNullable(number) AS n FROM numbers(5)")
    eq(found.shape, (5, 8))
    eq(str(found['i'].dtype), 'int8')
    eq(found['l'].tolist(), ['0', '1', '2', '3', '4'])


def case_query_df_stream(server):
    client = server.client()
    with client.query_df_stream('SELECT number, toString(number) AS s FROM numbers(150000)',
                                settings={'max_block_size': 30000}) as stream:
        eq(sum(len(part) for part in stream), 150000)


def case_query_np(server):
    client = server.client()
    found = client.query_np('SELECT number, number * 2 AS n2 FROM numbers(4)')
    eq(found.tolist(), [[0, 0], [1, 2], [2, 4], [3, 6]])
    mixed = client.query_np("SELECT number AS n, toString(number) AS s FROM numbers(2)", max_str_len=5)
    eq([tuple(r) for r in mixed.tolist()], [(0, '0'), (1, '1')])
    eq(client.query_np("SELECT toDateTime('2024-01-02 03:04:05', 'UTC') AS t")[0].astype('datetime64[s]').item()
       if version() >= (9, 9) else 1, 1)


def case_query_np_stream(server):
    client = server.client()
    with client.query_np_stream('SELECT number FROM numbers(150000)', settings={'max_block_size': 30000}) as stream:
        eq(sum(int(part.sum()) for part in stream), 11249925000)


def case_insert_numpy(server):
    client = server.client()
    table(client, 'numpy_in', 'a Int64, b Float64')
    client.insert('numpy_in', np.array([[1, 2.5], [3, 4.5]]), column_names=['a', 'b'])
    eq(client.query('SELECT * FROM numpy_in ORDER BY a').result_rows, [(1, 2.5), (3, 4.5)])


def case_random_frames(server):
    client = server.client()
    found = client.query_df("SELECT * FROM generateRandom('i Int32, u UInt64, f Float64, s String, d Date, t DateTime, "
                            "n Nullable(Int16), l LowCardinality(String), e Enum8(\\'a\\' = 1, \\'b\\' = 2), p Decimal(9, 2)', 5, 10, 2) "
                            'LIMIT 20000', settings={'max_block_size': 5000})
    eq(len(found), 20000)


def case_query_arrow(server):
    client = server.client()
    found = client.query_arrow('SELECT number AS n, toString(number) AS s FROM numbers(1000)', use_strings=True)
    eq(found.num_rows, 1000)
    eq(found.column('s')[999].as_py(), '999')
    eq(client.query_arrow('SELECT number AS n FROM numbers(3)').column('n').to_pylist(), [0, 1, 2])


def case_query_arrow_stream(server):
    client = server.client()
    with client.query_arrow_stream('SELECT number FROM numbers(300000)') as stream:
        eq(sum(batch.num_rows for batch in stream), 300000)


def case_insert_arrow(server):
    client = server.client()
    table(client, 'arrows', 'a UInt32, b String, m Map(String, Float32), t DateTime DEFAULT now()')
    data = pa.table({'a': pa.array([1, 2], pa.uint32()), 'b': ['x', 'y'],
                     'm': pa.array([[('k', 1.5)], []], pa.map_(pa.string(), pa.float32()))})
    client.insert_arrow('arrows', data)
    eq(client.query('SELECT a, b, m FROM arrows ORDER BY a').result_rows, [(1, 'x', {'k': 1.5}), (2, 'y', {})])


def case_query_df_arrow(server):
    client = server.client()
    found = client.query_df_arrow('SELECT number AS n, toString(number) AS s FROM numbers(10)')
    eq(found['n'].tolist(), list(range(10)))
    table(client, 'df_arrows', 'n UInt64, s String')
    client.insert_df_arrow('df_arrows', found)
    eq(client.command('SELECT count() FROM df_arrows'), 10)
    with client.query_df_arrow_stream('SELECT number AS n FROM numbers(100)') as stream:
        eq(sum(len(part) for part in stream), 100)


def case_polars(server):
    import polars
    client = server.client()
    found = client.query_df_arrow('SELECT number AS n FROM numbers(10)', dataframe_library='polars')
    assert isinstance(found, polars.DataFrame)
    eq(found['n'].to_list(), list(range(10)))


def case_arrow_file_into_table(server):
    client = server.client()
    import io
    import pyarrow.parquet as pq
    table(client, 'parquets', 'a UInt32, b String')
    sink = io.BytesIO()
    pq.write_table(pa.table({'a': pa.array([1, 2], pa.uint32()), 'b': ['x', 'y']}), sink)
    client.raw_insert('parquets', ['a', 'b'], sink.getvalue(), fmt='Parquet')
    eq(client.query('SELECT * FROM parquets ORDER BY a').result_rows, [(1, 'x'), (2, 'y')])
    back = pq.read_table(io.BytesIO(client.raw_query('SELECT * FROM parquets ORDER BY a', fmt='Parquet')))
    eq(back.num_rows, 2)
