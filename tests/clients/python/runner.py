"""Runs the cases of the modules named on the command line: functions whose names begin with case_.

Each case gets a Server and prints one line: ok, skip or fail, a tab, module.case, and for the latter two a tab and the
reason as JSON. Cases run one after another in a database of their own per module.
"""
import datetime
import importlib
import json
import os
import sys
import traceback

import clickhouse_connect


class Skip(Exception):
    """A case that cannot run here, with the reason."""


class Server:
    """Where the server is, and clients for it."""

    def __init__(self):
        self.host = os.environ.get('MILLRACE_HOST', 'localhost')
        self.port = int(os.environ['MILLRACE_PORT'])
        self.user = 'default'
        self.password = os.environ.get('MILLRACE_PASSWORD', 'password')
        self.tls_port = os.environ.get('MILLRACE_TLS_PORT', '')
        self.database = 'default'

    def options(self, **more):
        options = dict(host=self.host, port=self.port, username=self.user, password=self.password,
                       database=self.database)
        options.update(more)
        return options

    def client(self, **more):
        return clickhouse_connect.get_client(**self.options(**more))

    async def async_client(self, **more):
        return await clickhouse_connect.get_async_client(**self.options(**more))


def version():
    import importlib.metadata
    return tuple(int(p) for p in importlib.metadata.version('clickhouse-connect').split('.')[:2])


def naive(value):
    """Times without their zone: 0.9.2 shows the server's zone where it is spelled Etc/UTC."""
    if version() >= (1, 0):
        return value
    if isinstance(value, (list, tuple)):
        return type(value)(naive(v) for v in value)
    return value.replace(tzinfo=None) if isinstance(value, datetime.datetime) else value


def eq(found, expected):
    assert found == expected, f'expected {expected!r}, found {found!r}'


def fails(what, *words):
    """The call must raise an error whose text has the words; returns it."""
    try:
        what()
    except Exception as e:  # noqa: BLE001 - any error of the client is looked at
        for word in words:
            assert word in str(e), f'{word!r} is not in: {e}'
        return e
    raise AssertionError('no error was raised')


def main(names):
    failed = 0
    pattern = os.environ.get('MILLRACE_CASES', '')
    for name in names:
        module = importlib.import_module(name)
        server = Server()
        database = 'python_' + name
        admin = server.client()
        admin.command(f'DROP DATABASE IF EXISTS {database}')
        admin.command(f'CREATE DATABASE {database}')
        if not getattr(module, 'IN_DEFAULT_DATABASE', False):
            server.database = database
        for case in [c for c in vars(module) if c.startswith('case_') and pattern in f'{name}.{c}']:
            label = f'{name}.{case[5:]}'
            try:
                getattr(module, case)(server)
                print(f'ok\t{label}', flush=True)
            except Skip as e:
                print(f'skip\t{label}\t{json.dumps(str(e))}', flush=True)
            except Exception:  # noqa: BLE001
                failed += 1
                print(f'fail\t{label}\t{json.dumps(traceback.format_exc()[-3000:])}', flush=True)
        admin.command(f'DROP DATABASE IF EXISTS {database}')
        admin.close()
    return 1 if failed else 0


if __name__ == '__main__':
    # the cases import this module by name, and Skip must be the same class there
    sys.modules['runner'] = sys.modules['__main__']
    sys.exit(main(sys.argv[1:]))
