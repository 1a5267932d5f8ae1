"""SQLAlchemy's ORM and pandas: what they make, write, read, change and delete.

Prints a line for each case: ok or fail, a tab, its name, and for a failure a tab and the reason.
"""
import datetime
import decimal
import os
import sys
import traceback
import uuid

import pandas
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

ADDRESS = f"postgresql+psycopg://default:{os.environ['MILLRACE_PASSWORD']}@127.0.0.1:{os.environ['MILLRACE_PORT']}/"
UTC = datetime.timezone.utc


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = 'users'
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(sa.String(30), index=True)
    mail: Mapped[str | None]
    born: Mapped[datetime.date | None]
    at: Mapped[datetime.datetime | None] = mapped_column(sa.DateTime(timezone=True))
    balance: Mapped[decimal.Decimal | None] = mapped_column(sa.Numeric(12, 2))
    ok: Mapped[bool] = mapped_column(default=True)
    key: Mapped[uuid.UUID | None]
    tags: Mapped[list[str] | None] = mapped_column(postgresql.ARRAY(sa.String))
    orders: Mapped[list['Order']] = relationship(back_populates='user')


class Order(Base):
    __tablename__ = 'orders'
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey('users.id'))
    total: Mapped[float]
    user: Mapped['User'] = relationship(back_populates='orders')


def eq(found, expected):
    assert found == expected, f'expected {expected!r}, found {found!r}'


def case_insert(e):
    Base.metadata.create_all(e)
    with Session(e) as s:
        s.add_all([User(id=i, name=f'u{i}', mail=None if i % 2 else 'a@b', born=datetime.date(2000, 1, i),
                        at=datetime.datetime(2024, 1, i, tzinfo=UTC), balance=decimal.Decimal('1.50'), key=uuid.UUID(int=i),
                        tags=['x', f'y{i}', None]) for i in range(1, 6)])
        s.flush()
        s.add_all([Order(id=i, user_id=1 + i % 5, total=i * 1.5) for i in range(10)])
        s.commit()


def case_read(e):
    with Session(e) as s:
        users = s.scalars(sa.select(User).order_by(User.id)).all()
        eq([u.name for u in users], ['u1', 'u2', 'u3', 'u4', 'u5'])
        first = users[0]
        eq((first.mail, first.born, first.at, first.balance, first.ok, first.key, first.tags),
           (None, datetime.date(2000, 1, 1), datetime.datetime(2024, 1, 1, tzinfo=UTC), decimal.Decimal('1.50'), True,
            uuid.UUID(int=1), ['x', 'y1', None]))
        eq(sorted(o.total for o in first.orders), [0.0, 7.5])


def case_join_and_group(e):
    with Session(e) as s:
        rows = s.execute(sa.select(User.name, sa.func.count(Order.id), sa.func.sum(Order.total)).join(Order)
                         .group_by(User.name).having(sa.func.count(Order.id) > 1).order_by(sa.desc(User.name)).limit(2)).all()
        eq(rows, [('u5', 2, 19.5), ('u4', 2, 16.5)])


def case_change_and_delete(e):
    with Session(e) as s:
        s.get(User, 1).name = 'changed'
        s.commit()
        s.execute(sa.update(User).where(User.id.in_([2, 3])).values(mail='bulk', tags=['z']))
        s.commit()
        eq(s.scalars(sa.select(User.mail).order_by(User.id)).all(), [None, 'bulk', 'bulk', 'a@b', None])
        eq(s.scalar(sa.select(User.name).where(User.id == 1)), 'changed')
        s.delete(s.get(Order, 9))
        s.commit()
        eq(s.execute(sa.delete(Order).where(Order.total > 10)).rowcount, 2)
        eq(s.scalar(sa.select(sa.func.count()).select_from(Order)), 7)


def case_returning(e):
    with e.begin() as c:
        eq(c.execute(sa.insert(User).values(id=50, name='r').returning(User.id, User.name)).fetchall(), [(50, 'r')])
        eq(c.execute(sa.update(User).where(User.id == 50).values(name='rr').returning(User.name)).fetchall(), [('rr',)])
        eq(c.execute(sa.delete(User).where(User.id == 50).returning(User.id)).fetchall(), [(50,)])


def case_expressions(e):
    with Session(e) as s:
        row = s.execute(sa.select(
            User.name.ilike('%CH%'), sa.case((User.id > 3, 'big'), else_='small'), sa.func.coalesce(User.mail, 'none'),
            User.id.between(1, 3), sa.cast(User.id, sa.String), sa.extract('year', User.born), User.name + 'x',
            sa.func.date_trunc('month', User.at), User.tags[1], sa.literal("it's \\"), User.name.regexp_match('^c'),
            User.name.startswith('ch'), User.name.contains('c%', autoescape=True)).order_by(User.id)).first()
        eq(tuple(row), (True, 'small', 'none', True, '1', 2000, 'changedx', datetime.datetime(2024, 1, 1, tzinfo=UTC), 'x',
                        "it's \\", True, True, False))


def case_union_and_with(e):
    with e.connect() as c:
        both = sa.union(sa.select(User.id).where(User.id < 3), sa.select(Order.id).where(Order.id < 2)).order_by('id')
        eq(c.execute(both).fetchall(), [(0,), (1,), (2,)])
        totals = sa.select(Order.user_id, sa.func.sum(Order.total).label('t')).group_by(Order.user_id).cte('totals')
        eq(c.execute(sa.select(User.name, totals.c.t).join(totals, totals.c.user_id == User.id).order_by(User.id).limit(1))
           .fetchall(), [('changed', 7.5)])


def case_streamed(e):
    with e.connect().execution_options(stream_results=True, yield_per=10) as c:
        eq(sum(1 for _ in c.execute(sa.text('select * from generate_series(1, 100) x'))), 100)


def case_isolation_levels(e):
    with e.connect().execution_options(isolation_level='SERIALIZABLE') as c:
        eq(c.get_isolation_level(), 'SERIALIZABLE')
    with e.connect().execution_options(isolation_level='AUTOCOMMIT') as c:
        eq(c.execute(sa.text('select 1')).scalar(), 1)


def case_drop(e):
    Base.metadata.drop_all(e)
    eq(sa.inspect(e).get_table_names(), [])


def case_pandas(e):
    frame = pandas.DataFrame({
        'id': [1, 2, 3], 't': pandas.to_datetime(['2024-01-01', '2024-01-02', None]), 's': ['a', None, 'c'],
        'b': [True, False, True], 'f': [1.5, None, 2.5], 'd': [datetime.date(2024, 1, 1)] * 3})
    frame.to_sql('frame', e, if_exists='replace')
    frame.to_sql('frame', e, if_exists='append', method='multi', chunksize=2)
    back = pandas.read_sql('select * from frame order by id', e)
    eq(back['id'].tolist(), [1, 1, 2, 2, 3, 3])
    eq(back['f'].isna().tolist(), [False, False, True, True, False, False])
    eq(str(back['b'].dtype), 'bool')
    eq(len(pandas.read_sql_table('frame', e)), 6)
    eq(len(pandas.read_sql('select id from frame where t >= %(x)s', e, params={'x': datetime.datetime(2024, 1, 2)})), 2)
    eq(len(list(pandas.read_sql('select * from frame', e, chunksize=2))), 3)
    days = pandas.read_sql("select date_trunc('day', t) as day, count(*) as n from frame where t is not null group by 1"
                           ' order by 1', e, parse_dates=['day'])
    eq(days['n'].tolist(), [2, 2])


def main():
    failed = 0
    start = sa.create_engine(ADDRESS + 'default', isolation_level='AUTOCOMMIT')
    with start.connect() as c:
        c.execute(sa.text('drop database if exists mappers'))
        c.execute(sa.text('create database mappers'))
    e = sa.create_engine(ADDRESS + 'mappers')
    for name, case in list(globals().items()):
        if not name.startswith('case_'):
            continue
        try:
            case(e)
            print(f'ok\t{name[5:]}', flush=True)
        except Exception:  # noqa: BLE001
            failed += 1
            reason = traceback.format_exc()[-2000:].replace('\n', '\\n').replace('\t', ' ')
            print(f'fail\t{name[5:]}\t{reason}', flush=True)
    with start.connect() as c:
        c.execute(sa.text('drop database mappers'))
    return 1 if failed else 0


sys.exit(main())
