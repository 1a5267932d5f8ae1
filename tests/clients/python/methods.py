"""That no public method of the client is forgotten, those that no other module calls, and all of the async client's."""
import inspect
import io
import pathlib
import re

import pyarrow as pa
from aio import run
from clickhouse_connect.driver.asyncclient import AsyncClient
from clickhouse_connect.driver.httpclient import HttpClient
from runner import eq, fails


def called(method, *files):
    folder = pathlib.Path(__file__).parent
    names = files or [f.name for f in folder.glob('*.py')]
    return any(re.search(rf'\.{method}\b', (folder / name).read_text()) for name in names)


def public(client):
    return [name for name, member in inspect.getmembers(client) if not name.startswith('_') and callable(member)]


def case_every_public_method_is_called(server):
    eq([m for m in public(HttpClient) if not called(m)], [])
    eq([m for m in public(AsyncClient) if not called(m, 'aio.py', 'methods.py')], [])


def case_close_connections(server):
    client = server.client()
    client.close_connections()
    eq(client.command('SELECT 1'), 1)
    client.close()


def case_data_insert(server):
    client = server.client()
    client.command('CREATE TABLE data_inserted (a UInt32, b String) ENGINE = MergeTree ORDER BY a')
    context = client.create_insert_context('data_inserted', column_names=['a', 'b'], data=[[1, 'x'], [2, 'y']])
    eq(client.data_insert(context).written_rows, 2)
    eq(client.query('SELECT * FROM data_inserted ORDER BY a').result_rows, [(1, 'x'), (2, 'y')])


def case_access_tokens_are_refused(server):
    """They are for the vendor's cloud; here the scheme is told not to be supported."""
    client = server.client()
    fails(lambda: client.set_access_token('abc'), 'access token')
    import clickhouse_connect
    options = server.options(access_token='abc')
    del options['username'], options['password']
    fails(lambda: clickhouse_connect.get_client(**options), "'Bearer'", '516')


async def parts(stream):
    """Streams are asynchronous in newer versions and ordinary ones in older."""
    if hasattr(stream, '__aenter__'):
        async with stream as opened:
            return [part async for part in opened]
    with stream as opened:
        return list(opened)


def case_async_streams(server):
    async def work(client):
        sql = 'SELECT number AS n FROM numbers(100000)'
        blocks = await parts(await client.query_row_block_stream(sql))
        eq(sum(len(block) for block in blocks), 100000)
        eq(len(await parts(await client.query_rows_stream(sql))), 100000)
        columns = await parts(await client.query_column_block_stream(sql))
        eq(sum(len(block[0]) for block in columns), 100000)
        eq(sum(len(part) for part in await parts(await client.query_df_stream(sql))), 100000)
        eq(sum(len(part) for part in await parts(await client.query_np_stream(sql))), 100000)
        eq(sum(part.num_rows for part in await parts(await client.query_arrow_stream(sql))), 100000)
        eq(sum(len(part) for part in await parts(await client.query_df_arrow_stream(sql))), 100000)
    run(server, work)


def case_async_raw_stream(server):
    async def work(client):
        stream = await client.raw_stream('SELECT number FROM numbers(100000)', fmt='TSV')
        if isinstance(stream, io.IOBase) or hasattr(stream, 'read'):
            data = stream.read()
            data = await data if inspect.isawaitable(data) else data
        else:
            data = b''.join(await parts(stream))
        eq(len(data.splitlines()), 100000)
    run(server, work)


def case_async_arrow_and_contexts(server):
    async def work(client):
        await client.command('CREATE TABLE async_arrows (a UInt32, b String) ENGINE = MergeTree ORDER BY a')
        await client.insert_arrow('async_arrows', pa.table({'a': pa.array([1, 2], pa.uint32()), 'b': ['x', 'y']}))
        eq((await client.query_arrow('SELECT * FROM async_arrows', use_strings=True)).num_rows, 2)
        found = await client.query_df_arrow('SELECT * FROM async_arrows')
        await client.insert_df_arrow('async_arrows', found)
        eq(await client.command('SELECT count() FROM async_arrows'), 4)
        context = client.create_query_context(query='SELECT {x:UInt32} AS v', parameters={'x': 5})
        eq((await client.query(context=context)).result_rows, [(5,)])
        made = client.create_insert_context('async_arrows', column_names=['a', 'b'], data=[[9, 'z']])
        made = await made if inspect.isawaitable(made) else made
        await client.data_insert(made)
        eq(await client.command('SELECT max(a) FROM async_arrows'), 9)
    run(server, work)


def case_async_settings(server):
    async def work(client):
        client.set_client_setting('max_result_rows', '10')
        eq(client.get_client_setting('max_result_rows'), '10')
        try:
            await client.query('SELECT number FROM numbers(100)')
            raise AssertionError('no error')
        except Exception as e:  # noqa: BLE001
            assert '396' in str(e), e
        assert client.min_version('25.8')
        fails(lambda: client.set_access_token('abc'), 'access token')
        if hasattr(client, 'close_connections'):
            closing = client.close_connections()
            if inspect.isawaitable(closing):
                await closing
            eq(await client.command('SELECT 1'), 1)
    run(server, work)
