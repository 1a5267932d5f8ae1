"""Reads a table (Native with LZ4), or fills one (Native), with clickhouse-connect, and prints how many seconds that took.

What is sent is not compressed, because the statement goes with it and the engine that we are compared with must find it.

Arguments: select or insert, host, port, the table that is read, the table that is filled, how many rows.
"""
import sys
import time

import clickhouse_connect

BLOCK = 1_000_000


def main(mode, host, port, source, target, rows):
    client = clickhouse_connect.get_client(host=host, port=int(port), compress='lz4' if mode == 'select' else False)
    rows = int(rows)
    if mode == 'select':
        start = time.perf_counter()
        with client.query_column_block_stream(f'SELECT * FROM {source}') as stream:
            found = sum(len(block[0]) for block in stream)
        assert found == rows, f'{found} of {rows} rows came'
    else:
        block = client.query(f'SELECT * FROM {source} LIMIT {min(rows, BLOCK)}', column_oriented=True)
        start = time.perf_counter()
        for first in range(0, rows, BLOCK):
            columns = [c[:min(BLOCK, rows - first)] for c in block.result_columns]
            client.insert(target, columns, column_names=block.column_names, column_oriented=True)
    print(time.perf_counter() - start)


main(*sys.argv[1:])
