"""The quick start of the client's documentation, every statement in its order and as it stands there, but for the port."""
import contextlib
import io

import clickhouse_connect
from runner import Skip, eq

IN_DEFAULT_DATABASE = True


def case_quick_start(server):
    clickhouse_connect.get_client(host='localhost', port=server.port, username='default', password='password') \
        .command('DROP TABLE IF EXISTS new_table')
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        client = clickhouse_connect.get_client(
            host='localhost', port=server.port, username='default', password='password')

        client.command('CREATE TABLE new_table (key UInt32, value String, metric Float64) ENGINE MergeTree ORDER BY key')

        row1 = [1000, 'String Value 1000', 5.233]
        row2 = [2000, 'String Value 2000', -107.04]
        data = [row1, row2]
        client.insert('new_table', data, column_names=['key', 'value', 'metric'])

        result = client.query('SELECT max(key), avg(metric) FROM new_table')
        print(result.result_rows)
    eq(printed.getvalue(), '[(2000, -50.9035)]\n')
    client.command('DROP TABLE new_table')


def case_tls(server):
    if not server.tls_port:
        raise Skip('no TLS port is given in MILLRACE_TLS_PORT')
    client = clickhouse_connect.get_client(
        host='localhost', port=int(server.tls_port), username='default', password='password', secure=True, verify=False)
    eq(client.query('SELECT 1').result_rows, [(1,)])
