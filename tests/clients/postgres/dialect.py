"""Statements in PostgreSQL's SQL and our answers, beside those of PostgreSQL 15 where they differ.

The files in the folder dialect have statements behind "===", our answers behind "---" and, where PostgreSQL gives other rows,
another tag or another SQLSTATE, its answer behind "--- PostgreSQL". The names and types of columns are ours alone; of errors only
the SQLSTATE is kept. The statements of a file run in one session. With --record the answers are written anew, PostgreSQL's with the server that REAL_POSTGRES names
(a connection string of libpq); without it a line is printed for each statement: ok or fail, a tab, its number, and the reason.
"""
import json
import os
import pathlib
import sys

import psycopg
from psycopg.pq import DiagnosticField, ExecStatus

FOLDER = pathlib.Path(__file__).parent / 'dialect'
DSN = (f"host=127.0.0.1 port={os.environ['MILLRACE_PORT']} user=default password={os.environ['MILLRACE_PASSWORD']}"
       ' client_encoding=utf8 dbname=')


class Session:
    def __init__(self, dsn, ours=True):
        self.ours = ours
        self.notices = []
        self.connection = psycopg.connect(dsn, autocommit=True)
        self.connection.add_notice_handler(lambda n: self.notices.append(f'notice {n.severity} {n.sqlstate} {n.message_primary}'))

    def answer(self, statement):
        self.notices.clear()
        result = self.connection.pgconn.exec_(statement.encode())
        lines = []
        if result.status == ExecStatus.FATAL_ERROR:
            field = lambda code: (result.error_field(code) or b'').decode()
            lines.append(f'error {field(DiagnosticField.SQLSTATE)}')
            if not self.ours:
                lines.append(field(DiagnosticField.MESSAGE_PRIMARY))
        else:
            if result.nfields:
                lines.append(', '.join(f'{result.fname(i).decode()} {result.ftype(i)}' for i in range(result.nfields)))
            for row in range(result.ntuples):
                values = [result.get_value(row, column) for column in range(result.nfields)]
                lines.append(' | '.join('NULL' if v is None else v.decode() for v in values))
            lines.append((result.command_status or b'').decode())
        return lines + self.notices

    def close(self):
        self.connection.close()


def same(ours, theirs):
    """Whether two answers say the same, however columns are called and errors are worded."""
    if ours[0].startswith('error') or theirs[0].startswith('error'):
        return ours[0] == theirs[0]
    return ours[1:] == theirs[1:] if len(ours) > 1 else ours == theirs


def blocks(file):
    for block in file.read_text().split('=== ')[1:]:
        head, _, theirs = block.partition('\n--- PostgreSQL\n')
        statement, _, ours = head.partition('\n---\n')
        yield statement, ours.rstrip('\n')


def main(record):
    failed = 0
    with psycopg.connect(DSN + 'default', autocommit=True) as c:
        c.execute('drop database if exists dialect')
        c.execute('create database dialect')
    for file in sorted(FOLDER.glob('*.txt')):
        session = Session(DSN + 'dialect')
        real = Session(os.environ['REAL_POSTGRES'], ours=False) if record else None
        written = []
        for number, (statement, expected) in enumerate(blocks(file), 1):
            found = session.answer(statement)
            if record:
                theirs = real.answer(statement)
                other = '' if same(found, theirs) else '--- PostgreSQL\n' + '\n'.join(theirs) + '\n'
                written.append(f'=== {statement}\n---\n' + '\n'.join(found) + '\n' + other)
            elif '\n'.join(found) == expected:
                print(f'ok\t{file.stem} {number}', flush=True)
            else:
                failed += 1
                reason = json.dumps(f'{statement}\nexpected: {expected}\nfound: ' + '\n'.join(found))
                print(f'fail\t{file.stem} {number}\t{reason}', flush=True)
        session.close()
        if record:
            real.close()
            file.write_text('\n'.join(written))
    with psycopg.connect(DSN + 'default', autocommit=True) as c:
        c.execute('drop database dialect')
    return 1 if failed else 0


sys.exit(main('--record' in sys.argv))
