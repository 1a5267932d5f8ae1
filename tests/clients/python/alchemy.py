"""The SQLAlchemy dialect: engine, reflection, DDL, SELECT, DELETE."""
import sqlalchemy as sa
from clickhouse_connect.cc_sqlalchemy.datatypes.sqltypes import DateTime, Float64, String, UInt32
from clickhouse_connect.cc_sqlalchemy.ddl.tableengine import MergeTree
from runner import eq, fails, version


def engine_of(server, database=None):
    name = database or server.database
    return sa.create_engine(
        f'clickhousedb://{server.user}:{server.password}@{server.host}:{server.port}/{name}')


def people(metadata, name='people'):
    return sa.Table(name, metadata, sa.Column('id', UInt32), sa.Column('name', String), sa.Column('city', UInt32),
                    sa.Column('score', Float64), MergeTree(order_by='id'))


def filled(server, name):
    engine = engine_of(server)
    metadata = sa.MetaData()
    table = people(metadata, name)
    with engine.begin() as connection:
        connection.execute(sa.text(f'DROP TABLE IF EXISTS {name}'))
        table.create(connection)
        connection.execute(table.insert(), [
            {'id': i, 'name': f'n{i % 3}', 'city': i % 2, 'score': i / 2} for i in range(10)])
    return engine, table


def case_connect(server):
    with engine_of(server).connect() as connection:
        eq(connection.execute(sa.text('SELECT 1')).scalar(), 1)
        assert connection.execute(sa.text('SELECT version()')).scalar().startswith('26.7')
        eq(connection.execute(sa.text('SELECT :a + 1'), {'a': 4}).scalar(), 5)
        fails(lambda: connection.execute(sa.text('SELECT nosuch')), '47')


def case_create_and_drop_database(server):
    from clickhouse_connect.cc_sqlalchemy.ddl.custom import CreateDatabase, DropDatabase
    with engine_of(server).begin() as connection:
        connection.execute(sa.text('DROP DATABASE IF EXISTS alchemy_made'))
        connection.execute(CreateDatabase('alchemy_made'))
        assert 'alchemy_made' in sa.inspect(connection).get_schema_names()
        connection.execute(DropDatabase('alchemy_made'))
        assert 'alchemy_made' not in sa.inspect(connection).get_schema_names()


def case_create_and_reflect(server):
    engine, _ = filled(server, 'reflected')
    inspector = sa.inspect(engine)
    assert 'reflected' in inspector.get_table_names(schema=server.database)
    assert inspector.has_table('reflected', schema=server.database)
    assert not inspector.has_table('nosuch', schema=server.database)
    eq([c['name'] for c in inspector.get_columns('reflected', schema=server.database)], ['id', 'name', 'city', 'score'])
    table = sa.Table('reflected', sa.MetaData(), autoload_with=engine, schema=server.database)
    eq([c.name for c in table.columns], ['id', 'name', 'city', 'score'])
    eq(table.c.id.type.__class__.__name__, 'UInt32')
    with engine.connect() as connection:
        eq(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar(), 10)
    eq(inspector.get_view_names(schema=server.database), [])
    eq(inspector.get_indexes('reflected', schema=server.database), [])
    keys = inspector.get_pk_constraint('reflected', schema=server.database)
    eq(keys if version() < (1, 0) else keys.get('constrained_columns', []), [])


def case_select_where_order_limit_distinct(server):
    engine, t = filled(server, 'selected')
    with engine.connect() as connection:
        eq([tuple(r) for r in connection.execute(
            sa.select(t.c.id, t.c.name).where(t.c.id > 2, t.c.name == 'n1').order_by(t.c.id.desc()).limit(2).offset(0))],
           [(7, 'n1'), (4, 'n1')])
        eq([r[0] for r in connection.execute(sa.select(t.c.name).distinct().order_by(t.c.name))], ['n0', 'n1', 'n2'])
        eq([tuple(r) for r in connection.execute(
            sa.select(t.c.city, sa.func.count(), sa.func.sum(t.c.score)).group_by(t.c.city)
            .having(sa.func.count() > 1).order_by(t.c.city))], [(0, 5, 10.0), (1, 5, 12.5)])
        eq(connection.execute(sa.select(t.c.id).where(t.c.id.in_([1, 3, 99])).order_by(t.c.id)).scalars().all(), [1, 3])
        eq(connection.execute(sa.select(t.c.id).where(t.c.name.like('%1')).order_by(t.c.id).limit(1)).scalar(), 1)
        if version() >= (1, 0):  # 0.9.2 cannot read the value of such an expression
            eq(connection.execute(sa.select(sa.case((t.c.id > 5, 'big'), else_='small')).where(t.c.id == 6)).scalar(), 'big')
        subquery = sa.select(t.c.id).where(t.c.city == 1).subquery()
        eq(connection.execute(sa.select(sa.func.max(subquery.c.id))).scalar(), 9)


def case_joins(server):
    engine, t = filled(server, 'joined')
    metadata = sa.MetaData()
    cities = sa.Table('cities', metadata, sa.Column('city', UInt32), sa.Column('title', String), MergeTree(order_by='city'))
    with engine.begin() as connection:
        connection.execute(sa.text('DROP TABLE IF EXISTS cities'))
        cities.create(connection)
        connection.execute(cities.insert(), [{'city': 0, 'title': 'zero'}, {'city': 7, 'title': 'seven'}])
        eq(connection.execute(sa.select(sa.func.count()).select_from(t.join(cities, t.c.city == cities.c.city))).scalar(), 5)
        eq(connection.execute(sa.select(sa.func.count()).select_from(
            t.outerjoin(cities, t.c.city == cities.c.city))).scalar(), 10)
        eq(connection.execute(sa.select(sa.func.count()).select_from(
            t.outerjoin(cities, t.c.city == cities.c.city, full=True))).scalar(), 11)
        eq(connection.execute(sa.select(sa.func.count()).select_from(t.join(cities, sa.text('1 = 1')))).scalar(), 20)
        eq(connection.execute(sa.select(t.c.id, cities.c.title).select_from(t.join(cities, t.c.city == cities.c.city))
                              .order_by(t.c.id).limit(1)).first()[1], 'zero')


def case_lightweight_delete(server):
    engine, t = filled(server, 'deleted')
    with engine.begin() as connection:
        connection.execute(sa.delete(t).where(t.c.id < 3))
        eq(connection.execute(sa.select(sa.func.count()).select_from(t)).scalar(), 7)
        connection.execute(t.delete().where(t.c.name == 'n1', t.c.city == 0))
        eq(connection.execute(sa.select(t.c.id).order_by(t.c.id)).scalars().all(), [3, 5, 6, 7, 8, 9])
        fails(lambda: connection.execute(sa.delete(t)))


def case_update_by_alter(server):
    engine, t = filled(server, 'updated')
    with engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE updated UPDATE name = 'changed' WHERE id = 5"))
        eq(connection.execute(sa.select(t.c.name).where(t.c.id == 5)).scalar(), 'changed')


def case_drop_table(server):
    engine, t = filled(server, 'dropped')
    with engine.begin() as connection:
        t.drop(connection)
        eq(sa.inspect(connection).has_table('dropped', schema=server.database), False)


def case_create_all_with_types(server):
    engine = engine_of(server)
    metadata = sa.MetaData()
    sa.Table('typed', metadata, sa.Column('k', UInt32), sa.Column('t', DateTime), sa.Column('s', String), MergeTree(order_by='k'))
    with engine.begin() as connection:
        metadata.create_all(connection)
        metadata.create_all(connection)
        eq(connection.execute(sa.text('EXISTS TABLE typed')).scalar(), 1)
        metadata.drop_all(connection)
        eq(connection.execute(sa.text('EXISTS TABLE typed')).scalar(), 0)


def case_rows_as_mappings(server):
    engine, t = filled(server, 'mapped')
    with engine.connect() as connection:
        row = connection.execute(sa.select(t).where(t.c.id == 4)).mappings().one()
        eq(dict(row), {'id': 4, 'name': 'n1', 'city': 0, 'score': 2.0})
