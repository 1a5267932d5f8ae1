"""The questions to the catalog that psql, pgjdbc, SQLAlchemy and asyncpg ask, as they were seen on the wire, and our answers.

The files in the folder shapes have statements behind "===" and answers behind "---": the columns with their types, and the rows
when there are few. {t} and {v} stand for the ids of a table and a view, <id> for any other id of an object. With --record the
answers are written anew; without it a line is printed for each statement: ok or fail, a tab, its name, and the reason.
"""
import json
import os
import pathlib
import re
import sys

import psycopg

FEW = 40
FOLDER = pathlib.Path(__file__).parent / 'shapes'
DSN = (f"host=127.0.0.1 port={os.environ['MILLRACE_PORT']} user=default password={os.environ['MILLRACE_PASSWORD']}"
       ' client_encoding=utf8 dbname=')


def prepare():
    with psycopg.connect(DSN + 'default', autocommit=True) as c:
        c.execute('drop database if exists shapes')
        c.execute('create database shapes')
        c.execute("create table shapes.t (id Int64, name Nullable(String) comment 'what', at DateTime default now())"
                  " engine = MergeTree order by id primary key id comment 'the table'")
        c.execute('create view shapes.v as select id, name from shapes.t')


def cell(value):
    text = 'NULL' if value is None else value.decode().replace('\\', '\\\\').replace('\n', '\\n')
    return re.sub(r'\b(1638[4-9]|163[9]\d|16[4-9]\d\d|1[7-9]\d{3}|[2-9]\d{4})\b', '<id>', text)


def answer(connection, statement, ids):
    for name, oid in ids.items():
        statement = statement.replace('{' + name + '}', str(oid))
    raw = connection.pgconn
    result = raw.prepare(b'', statement.encode())
    if b'multiple commands' in result.error_message:
        result = raw.exec_(statement.encode())
        return psycopg.pq.ExecStatus(result.status).name + ' ' + result.error_message.decode().strip()
    if result.status != psycopg.pq.ExecStatus.COMMAND_OK:
        return 'error: ' + result.error_message.decode().strip()
    described = raw.describe_prepared(b'')
    columns = [f'{described.fname(i).decode()} {described.ftype(i)}' for i in range(described.nfields)]
    parameters = [str(described.param_type(i)) for i in range(described.nparams)]
    lines = [', '.join(columns) + (' | parameters ' + ', '.join(parameters) if parameters else '')]
    if not parameters:
        result = raw.exec_(statement.encode())
        if result.status not in (psycopg.pq.ExecStatus.TUPLES_OK, psycopg.pq.ExecStatus.COMMAND_OK):
            return 'error: ' + result.error_message.decode().strip()
        rows = [' | '.join(cell(result.get_value(r, c)) for c in range(result.nfields)) for r in range(result.ntuples)]
        lines += sorted(rows) if len(rows) <= FEW else ['many rows']
    return '\n'.join(lines)


def main(record):
    failed = 0
    prepare()
    with psycopg.connect(DSN + 'shapes', autocommit=True) as c:
        ids = {name: c.execute(f"select '{name}'::regclass::oid").fetchone()[0] for name in 'tv'}
        for file in sorted(FOLDER.glob('*.txt')):
            written = []
            for number, block in enumerate(file.read_text().split('=== ')[1:], 1):
                statement, expected = block.split('\n', 1)[1].split('\n---\n', 1)
                found = answer(c, statement, ids)
                written.append(f'=== {number}\n{statement}\n---\n{found}\n')
                if record:
                    continue
                if found == expected.rstrip('\n'):
                    print(f'ok\t{file.stem} {number}', flush=True)
                else:
                    failed += 1
                    reason = json.dumps(f'{statement}\nexpected: {expected}\nfound: {found}')
                    print(f'fail\t{file.stem} {number}\t{reason}', flush=True)
            if record:
                file.write_text('\n'.join(written))
        c.execute('drop database shapes')
    return 1 if failed else 0


sys.exit(main('--record' in sys.argv))
