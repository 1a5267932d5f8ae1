"""PostgreSQL's Python drivers and what is built on them: psycopg 3, asyncpg, SQLAlchemy, pandas.

Prints a line for each case: ok or fail, a tab, its name, and for a failure a tab and the reason.
"""
import asyncio
import datetime
import decimal
import os
import sys
import traceback
import uuid

import asyncpg
import pandas
import psycopg
import sqlalchemy
from psycopg.types import TypeInfo

PORT = int(os.environ['MILLRACE_PORT'])
PASSWORD = os.environ['MILLRACE_PASSWORD']
DATABASE = 'python_drivers'
UTC = datetime.timezone.utc
NOON = datetime.datetime(2024, 2, 3, 12, 0, tzinfo=UTC)
AWKWARD = "it's \\ \"ok\"\t\n; DROP TABLE t -- \\' $1 %s"


def dsn(database=DATABASE):
    return f'host=127.0.0.1 port={PORT} user=default password={PASSWORD} dbname={database}'


def eq(found, expected):
    assert found == expected, f'expected {expected!r}, found {found!r}'


# ---- psycopg 3

def case_psycopg_parameters():
    with psycopg.connect(dsn()) as c:
        row = c.execute('select %s::int, %s::text, %s + 1, %s::timestamptz, %s::uuid, %s::int[]',
                        (1, AWKWARD, 41, NOON, uuid.UUID(int=5), [1, 2])).fetchone()
        eq(row, (1, AWKWARD, 42, NOON, uuid.UUID(int=5), [1, 2]))
        eq(c.execute('select a, b from t where a = %s and b = %s', (1, 'a')).fetchall(), [(1, 'a')])


def case_psycopg_binary_results():
    with psycopg.connect(dsn()) as c:
        row = c.cursor(binary=True).execute(
            "select 1::int4, 2::int8, 1.5::float8, 'x'::text, '2024-01-01'::date, '2024-02-03 12:00:00+00'::timestamptz,"
            " 1.25::numeric(10,2), [1,2]::int[], true, null::text, interval '1 day'").fetchone()
        eq(row, (1, 2, 1.5, 'x', datetime.date(2024, 1, 1), NOON, decimal.Decimal('1.25'), [1, 2], True, None,
                 datetime.timedelta(days=1)))


def case_psycopg_prepares_on_its_own():
    with psycopg.connect(dsn()) as c:
        found = [c.execute('select number from numbers(100) where number = %s', (i,)).fetchone()[0] for i in range(8)]
        eq([int(n) for n in found], list(range(8)))


def case_psycopg_error_and_rollback():
    with psycopg.connect(dsn()) as c:
        try:
            c.execute('select nope')
            raise AssertionError('no error')
        except psycopg.Error as e:
            eq(e.sqlstate, '42703')
        eq(c.info.transaction_status, psycopg.pq.TransactionStatus.INERROR)
        c.rollback()
        eq(c.execute('select 1').fetchone(), (1,))


def case_psycopg_server_cursor():
    with psycopg.connect(dsn()) as c, c.cursor(name='cur') as cursor:
        cursor.itersize = 5000
        cursor.execute('select number from numbers(100000)')
        eq(sum(1 for _ in cursor), 100000)


def case_psycopg_copy():
    with psycopg.connect(dsn(), autocommit=True) as c:
        c.execute('create table cp (a int, b text, c timestamptz, d double precision) engine = MergeTree order by a')
        with c.cursor().copy('copy cp from stdin') as copy:
            for i in range(1000):
                copy.write_row((i, f'a\tb\\{i}', NOON, i / 3))
        with c.cursor().copy('copy cp (a, b, c, d) from stdin (format binary)') as copy:
            copy.set_types(['int4', 'text', 'timestamptz', 'float8'])
            for i in range(1000, 2000):
                copy.write_row((i, 'z', NOON, i / 3))
        eq(c.execute('select count(*), count(distinct a) from cp').fetchone(), (2000, 2000))
        with c.cursor().copy('copy (select * from cp where a in (5, 1999) order by a) to stdout (format binary)') as copy:
            copy.set_types(['int4', 'text', 'timestamptz', 'float8'])
            eq(list(copy.rows()), [(5, 'a\tb\\5', NOON, 5 / 3), (1999, 'z', NOON, 1999 / 3)])


def case_psycopg_pipeline():
    with psycopg.connect(dsn()) as c:
        with c.pipeline():
            first, second = c.execute('select 1'), c.execute('select 2')
        eq((first.fetchone(), second.fetchone()), ((1,), (2,)))


def case_psycopg_insert():
    with psycopg.connect(dsn(), autocommit=True) as c:
        c.execute('create table ins (a int, b text, d date, n numeric(10,2), l bigint)')
        c.execute('insert into ins values (%s, %s, %s, %s, %s)',
                  (1, "q'", datetime.date(2024, 2, 3), decimal.Decimal('1.25'), 2 ** 40))
        cursor = c.cursor()
        cursor.executemany('insert into ins (a, b) values (%s, %s)', [(i, str(i)) for i in range(20)])
        eq(c.execute('select count(*) from ins').fetchone(), (21,))
        eq(c.execute('select * from ins where l is not null').fetchone(),
           (1, "q'", datetime.date(2024, 2, 3), decimal.Decimal('1.25'), 2 ** 40))


def case_psycopg_nested_transactions():
    with psycopg.connect(dsn()) as c, c.transaction():
        with c.transaction():
            eq(c.execute('select 1').fetchone(), (1,))


def case_psycopg_type_info():
    with psycopg.connect(dsn()) as c:
        eq(TypeInfo.fetch(c, 'int4').oid, 23)


def case_psycopg_cancel():
    with psycopg.connect(dsn(), autocommit=True) as c:
        c.execute("set statement_timeout = '500ms'")
        try:
            c.execute('select pg_sleep(20)')
            raise AssertionError('no error')
        except psycopg.errors.QueryCanceled:
            pass
        c.execute('reset statement_timeout')
        eq(c.execute('select 1').fetchone(), (1,))


def case_psycopg_notifications():
    with psycopg.connect(dsn(), autocommit=True) as a, psycopg.connect(dsn(), autocommit=True) as b:
        a.execute('listen ch')
        b.execute("notify ch, 'one'")
        with b.transaction():
            b.execute("select pg_notify('ch', 'two')")
            b.execute('notify other')
        with b.transaction(force_rollback=True):
            b.execute('notify ch')
        got = [(n.channel, n.payload, n.pid) for n in a.notifies(timeout=10, stop_after=2)]
        eq(got, [('ch', 'one', b.info.backend_pid), ('ch', 'two', b.info.backend_pid)])
        a.execute('unlisten ch')
        b.execute('notify ch')
        a.execute('select 1')
        eq(list(a.notifies(timeout=0)), [])


def case_psycopg_scrollable_cursor():
    with psycopg.connect(dsn()) as c, c.cursor(name='s', scrollable=True) as cursor:
        cursor.execute('select number from numbers(100000)')
        cursor.scroll(70000, mode='absolute')
        eq(cursor.fetchone(), (70000,))
        cursor.scroll(-2)
        eq(cursor.fetchmany(2), [(69999,), (70000,)])
        cursor.scroll(0, mode='absolute')
        eq(cursor.fetchone(), (0,))


def case_psycopg_errors_in_the_words_of_postgresql():
    for statement, state, words in [
            ('select nope', '42703', 'column "nope" does not exist'),
            ('select * from nope', '42P01', 'relation "nope" does not exist'),
            ('select nope(1)', '42883', 'function nope does not exist'),
            ('selec 1', '42601', 'syntax error at or near "selec"'),
            ("select 'x'::int", '22P02', 'invalid input syntax for type integer: "x"'),
            ("insert into t values ('x', 'y')", '22P02', '')]:
        with psycopg.connect(dsn(), autocommit=True) as c:
            try:
                c.execute(statement)
                raise AssertionError('no error')
            except psycopg.Error as e:
                eq(e.sqlstate, state)
                assert e.diag.message_primary.startswith(words), e.diag.message_primary


def case_psycopg_bytes():
    value = bytes(range(256))
    with psycopg.connect(dsn()) as c:
        for binary in (True, False):
            eq(c.cursor(binary=binary).execute('select %s::bytea', (value,)).fetchone(), (value,))
        eq(c.execute("select E'\\\\x00ff41'::bytea").fetchone(), (b'\x00\xffA',))


# ---- asyncpg

async def case_asyncpg_types_that_casts_say():
    c = await connection()
    wall = datetime.datetime(2024, 1, 2, 3, 4, 5, 600000)
    await c.execute("set time zone 'Asia/Tokyo'")
    row = await c.fetchrow("select $1::bytea, $2::timestamp, $3::json, $4::varchar, $5::smallint", b'\x00\xff', wall, '{}', 'v', 7)
    eq(tuple(row), (b'\x00\xff', wall, '{}', 'v', 7))
    row = await c.fetchrow("select '12:34:56.5'::time, timestamptz '2024-05-06 00:00:00+00' at time zone 'America/New_York',"
                           " 5::oid, '1.2.3.4'::inet")
    eq(tuple(str(v) for v in row), ('12:34:56.500000', '2024-05-05 20:00:00', '5', '1.2.3.4'))
    await c.close()


async def case_asyncpg_listener():
    c, d = await connection(), await connection()
    told = asyncio.get_running_loop().create_future()
    await c.add_listener('evt', lambda _, pid, channel, payload: told.set_result((pid, channel, payload)))
    await d.execute("notify evt, 'p'")
    eq(await asyncio.wait_for(told, 10), (d.get_server_pid(), 'evt', 'p'))
    await c.close()
    await d.close()


async def connection():
    return await asyncpg.connect(host='127.0.0.1', port=PORT, user='default', password=PASSWORD, database=DATABASE)


async def case_asyncpg_types():
    c = await connection()
    row = await c.fetchrow("select 1::int4, 'x', 1.5::float8, true, '2024-01-01'::date, null::int, count(*) from t")
    eq(tuple(row), (1, 'x', 1.5, True, datetime.date(2024, 1, 1), None, 2))
    row = await c.fetchrow('select $1::int, $2::text, $3::timestamptz, $4::text[], $5::numeric', 5, AWKWARD, NOON,
                           ['a', None, 'c"d'], decimal.Decimal('-12.50'))
    eq(tuple(row), (5, AWKWARD, NOON, ['a', None, 'c"d'], decimal.Decimal('-12.50')))
    await c.close()


async def case_asyncpg_inferred_parameters():
    c = await connection()
    eq([tuple(r) for r in await c.fetch('select * from t where a = $1 and b like $2', 1, 'a%')], [(1, 'a')])
    eq([r[0] for r in await c.fetch('select a from t where a = any($1) order by a', [1, 2])], [1, 2])
    await c.close()


async def case_asyncpg_cursor():
    c = await connection()
    async with c.transaction():
        eq(len([r async for r in c.cursor('select number from numbers(1000)')]), 1000)
    await c.close()


async def case_asyncpg_copy():
    c = await connection()
    await c.execute('create table acp (a int, b text) engine = MergeTree order by a')
    await c.copy_records_to_table('acp', records=[(i, str(i)) for i in range(100)])
    eq(await c.fetchval('select count(*) from acp'), 100)
    await c.executemany('insert into acp values ($1, $2)', [(100, 'x'), (101, 'y')])
    eq(await c.fetchval('select count(*) from acp'), 102)
    await c.close()


async def case_asyncpg_pool():
    async with asyncpg.create_pool(host='127.0.0.1', port=PORT, user='default', password=PASSWORD, database=DATABASE,
                                   min_size=2, max_size=3) as pool:
        for _ in range(5):  # each return to the pool resets the session
            eq(await pool.fetchval('select 1::int'), 1)


# ---- SQLAlchemy and pandas

def engine(driver='psycopg'):
    return sqlalchemy.create_engine(f'postgresql+{driver}://default:{PASSWORD}@127.0.0.1:{PORT}/{DATABASE}')


def case_sqlalchemy_query():
    with engine().connect() as c:
        eq(c.execute(sqlalchemy.text('select a, b from t where a = :a'), {'a': 1}).fetchall(), [(1, 'a')])


def case_sqlalchemy_inspection():
    inspector = sqlalchemy.inspect(engine())
    assert DATABASE in inspector.get_schema_names()
    eq('t' in inspector.get_table_names(), True)
    eq([(c['name'], str(c['type']), c['nullable']) for c in inspector.get_columns('t')],
       [('a', 'INTEGER', False), ('b', 'TEXT', False)])
    eq(inspector.get_pk_constraint('t')['constrained_columns'], ['a'])
    eq(inspector.get_foreign_keys('t'), [])
    eq(inspector.get_unique_constraints('t'), [])
    eq(inspector.get_check_constraints('t'), [])
    eq(inspector.get_table_comment('t'), {'text': 'the table'})
    inspector.get_indexes('t')
    inspector.get_view_names()
    inspector.get_materialized_view_names()
    eq(inspector.has_table('t'), True)
    eq(inspector.has_table('nope'), False)


def case_sqlalchemy_reflection_and_tables():
    e = engine()
    metadata = sqlalchemy.MetaData()
    table = sqlalchemy.Table('made', metadata, sqlalchemy.Column('id', sqlalchemy.Integer, primary_key=True,
                                                                 autoincrement=False),
                             sqlalchemy.Column('name', sqlalchemy.String))
    metadata.create_all(e)
    with e.begin() as c:
        c.execute(table.insert(), [{'id': 1, 'name': 'one'}, {'id': 2, 'name': None}])
    with e.connect() as c:
        eq(c.execute(table.select().order_by(table.c.id)).fetchall(), [(1, 'one'), (2, None)])
    found = sqlalchemy.MetaData()
    found.reflect(e)
    eq(sorted(found.tables['made'].columns.keys()), ['id', 'name'])
    metadata.drop_all(e)


def case_pandas():
    e = engine()
    frame = pandas.DataFrame({'x': [1, 2, 3], 'y': ['a', 'b', None], 'z': [1.5, 2.5, None]})
    frame.to_sql('frame', e, if_exists='replace', index=False)
    back = pandas.read_sql('select * from frame order by x', e)
    eq(back['x'].tolist(), [1, 2, 3])
    eq(back['y'].tolist()[:2], ['a', 'b'])
    eq(back['z'].isna().tolist(), [False, False, True])


def main():
    failed = 0
    with psycopg.connect(dsn('default'), autocommit=True) as c:
        c.execute(f'drop database if exists {DATABASE}')
        c.execute(f'create database {DATABASE}')
        c.execute(f"create table {DATABASE}.t (a Int32, b String) engine = MergeTree order by a primary key a"
                  " comment 'the table'")
        c.execute(f"insert into {DATABASE}.t values (1, 'a'), (2, 'b')")
    pattern = os.environ.get('MILLRACE_CASES', '')
    for name, case in list(globals().items()):
        if not name.startswith('case_') or pattern not in name:
            continue
        try:
            result = case()
            if asyncio.iscoroutine(result):
                asyncio.run(asyncio.wait_for(result, 30))
            print(f'ok\t{name[5:]}', flush=True)
        except Exception:  # noqa: BLE001
            failed += 1
            reason = traceback.format_exc()[-2000:].replace('\n', '\\n').replace('\t', ' ')
            print(f'fail\t{name[5:]}\t{reason}', flush=True)
    with psycopg.connect(dsn('default'), autocommit=True) as c:
        c.execute(f'drop database {DATABASE}')
    return 1 if failed else 0


sys.exit(main())
