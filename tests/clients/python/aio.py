"""The async client."""
import asyncio
import time

from runner import eq


def run(server, work, **options):
    async def story():
        client = await server.async_client(**options)
        try:
            return await work(client)
        finally:
            closing = client.close()
            if closing is not None:
                await closing
    return asyncio.run(story())


def case_query_and_insert(server):
    async def work(client):
        eq(await client.ping(), True)
        await client.command('CREATE TABLE async_rows (a UInt32, b String) ENGINE = MergeTree ORDER BY a')
        await client.insert('async_rows', [[1, 'x'], [2, 'y']], column_names=['a', 'b'])
        result = await client.query('SELECT * FROM async_rows ORDER BY a')
        eq(result.result_rows, [(1, 'x'), (2, 'y')])
        eq(await client.command('SELECT {x:UInt8}', parameters={'x': 4}), 4)
        eq((await client.query_df('SELECT * FROM async_rows')).shape, (2, 2))
        eq((await client.query_np('SELECT a FROM async_rows ORDER BY a')).tolist(), [[1], [2]])
        eq(await client.raw_query('SELECT 1', fmt='TSV'), b'1\n')
        await client.raw_insert('async_rows', ['a', 'b'], b'3,z\n', fmt='CSV')
        eq(await client.command('SELECT count() FROM async_rows'), 3)
        await client.insert_df('async_rows', (await client.query_df('SELECT * FROM async_rows')))
        eq(await client.command('SELECT count() FROM async_rows'), 6)
    run(server, work)


def case_queries_run_together(server):
    async def work(client):
        started = time.time()
        await asyncio.gather(*(client.query('SELECT sleep(0.1)') for _ in range(10)))
        assert time.time() - started < 1.5, time.time() - started
    run(server, work, autogenerate_session_id=False)


def case_inserts_run_together(server):
    async def work(client):
        await client.command('CREATE TABLE together (a UInt32) ENGINE = MergeTree ORDER BY a')
        await asyncio.gather(*(client.insert('together', [[i]], column_names=['a']) for i in range(20)))
        eq(await client.command('SELECT count() FROM together'), 20)
    run(server, work, autogenerate_session_id=False)


def case_errors_and_cancellation(server):
    async def work(client):
        try:
            await client.query('SELECT nosuch')
            raise AssertionError('no error')
        except Exception as e:  # noqa: BLE001
            assert '47' in str(e), e
        task = asyncio.create_task(client.query('SELECT sleep(2)'))
        await asyncio.sleep(0.2)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            pass
        eq(await client.command('SELECT 1'), 1)
    run(server, work, autogenerate_session_id=False)
